/** The shapes of a picture: as tall as its chart, or fitted into a square, a landscape or a portrait. */
export const shapes = ['natural', '1:1', '16:9', '9:16'] as const;
export type Shape = (typeof shapes)[number];

/** Logical widths that suit a shape: the wider the shape, the more of a desk it is. */
export const widthOf: Record<Shape, number> = { natural: 1100, '1:1': 720, '16:9': 1100, '9:16': 400 };

/** What each shape measures at scale 1: the sizes that sites and screens ask for. */
export const sizes: Record<Exclude<Shape, 'natural'>, readonly [width: number, height: number]> = {
  '1:1': [1080, 1080],
  '16:9': [1280, 720],
  '9:16': [1080, 1920],
};
const margin = 28;

/**
 * Sets a drawn picture on paper with a margin; into a shape it is fitted whole, centred, never cut, at the size that
 * the shape has.
 */
export function compose(svg: string, shape: Shape, paper: string): string {
  const { width, height } = sizeOf(svg);
  const [room, tall] = [width + 2 * margin, height + 2 * margin];
  if (shape === 'natural') return onPaper(place(svg, margin, margin), [room, tall], [room, tall], paper);
  const size = sizes[shape];
  const scale = Math.max(room / size[0], tall / size[1]);
  const [outer, outerHeight] = [size[0] * scale, size[1] * scale];
  const at = place(svg, (outer - width) / 2, (outerHeight - height) / 2);
  return onPaper(at, [outer, outerHeight], size, paper);
}

/** Pixels that a logical pixel of the picture has in a shape: what text is multiplied by. */
export function legibility(svg: string, shape: Exclude<Shape, 'natural'>): number {
  const { width, height } = sizeOf(svg);
  return Math.min(sizes[shape][0] / (width + 2 * margin), sizes[shape][1] / (height + 2 * margin));
}

type Size = readonly [width: number, height: number];

// Nothing is clipped at the inner edge: the margin is there, and clipping takes renderers twice as long.
const place = (svg: string, x: number, y: number) =>
  svg.replace('<svg ', `<svg x="${round(x)}" y="${round(y)}" overflow="visible" `);

const onPaper = (inner: string, view: Size, size: Size, paper: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.map(round).join(' ')}" width="${size[0]}" ` +
  `height="${size[1]}"><rect width="100%" height="100%" fill="${paper}"/>${inner}</svg>`;

const round = (value: number) => Math.round(value * 100) / 100;

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('the picture does not state its size');
  return { width: Number(width), height: Number(height) };
}
