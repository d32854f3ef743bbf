const space = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number | undefined>;

/** An SVG element with attributes and children. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  children: readonly SVGElement[] = [],
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(space, name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** Writes attributes; an undefined one is taken away. */
export function setAttributes(element: Element | null | undefined, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value === undefined) element?.removeAttribute(name);
    else element?.setAttribute(name, String(value));
}

/** Writes lines into a text, as charts/parts/Label draws them. */
export function writeLines(
  text: SVGTextElement | null | undefined,
  {
    x,
    y,
    lines,
    anchor,
    size,
  }: { x: number; y: number; lines: readonly string[]; anchor?: string; size?: number },
): void {
  if (!text) return;
  setAttributes(text, { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor });
  if (size !== undefined) setAttributes(text, { 'font-size': size });
  const [only = ''] = lines;
  if (lines.length === 1) text.textContent = only;
  else
    text.replaceChildren(
      ...lines.map((line, index) => {
        const span = svg('tspan', { x, dy: index === 0 ? 0 : 15.5 });
        span.textContent = line;
        return span;
      }),
    );
}
