/** As far as letters may reach above and below where they stand, in units of the picture: more than the largest are high. */
const reach = 64;

const tags = /<(\/?)(svg|g|text)\b([^>]*?)(\/?)>/g;
const shift = /\btransform="translate\(\s*(-?[\d.]+)[\s,]*(-?[\d.]+)?\s*\)"/;

/**
 * The same SVG without the texts that stand wholly above one height or below another, in units of its outermost element: setting
 * text is most of what a picture costs, and who draws some of its rows needs only theirs. Whatever is not plainly placed stays.
 */
export function textsBetween(svg: string, top: number, bottom: number): string {
  const kept: string[] = [];
  // How far down each open element moves what is in it; NaN where that is not plain.
  const down = [0];
  let from = 0;
  for (const { 0: tag, 1: isEnd, 2: name, 3: attributes = '', 4: isEmpty, index } of svg.matchAll(tags)) {
    if (index < from) continue;
    if (name === 'text') {
      if (isEnd) continue;
      const end = svg.indexOf('</text>', index);
      const y = down.at(-1)! + placeOf(svg.slice(index, end), attributes);
      if (end < 0 || !(y + reach < top || y - reach > bottom)) continue;
      kept.push(svg.slice(from, index));
      from = end + '</text>'.length;
    } else if (isEnd) down.pop();
    else if (!isEmpty)
      down.push(down.at(-1)! + (tag.startsWith('<svg') ? heightOf(attributes) : moveOf(attributes)));
  }
  kept.push(svg.slice(from));
  return kept.join('');
}

function placeOf(text: string, attributes: string): number {
  const isPlain = !attributes.includes('transform=') && !/<tspan[^>]* d?y=/.test(text);
  return isPlain ? Number(numberOf(attributes, 'y') ?? NaN) : NaN;
}

/** A picture in a picture, in units of its own where it says how large it is in those. */
function heightOf(attributes: string): number {
  const [, left, above, width, height] = / viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(attributes) ?? [];
  const isPlain =
    left === undefined ||
    ([left, above].every((at) => Number(at) === 0) &&
      [
        [width, 'width'],
        [height, 'height'],
      ].every(([size, name]) => size === numberOf(attributes, name!)));
  return isPlain ? Number(numberOf(attributes, 'y') ?? 0) : NaN;
}

function moveOf(attributes: string): number {
  if (!attributes.includes('transform=')) return 0;
  const moved = shift.exec(attributes);
  return moved ? Number(moved[2] ?? 0) : NaN;
}

function numberOf(attributes: string, name: string): string | undefined {
  return new RegExp(` ${name}="(-?[\\d.]+)"`).exec(attributes)?.[1];
}
