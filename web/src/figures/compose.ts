/** The shapes of a picture: as tall as its chart, or fitted into a square, a landscape or a portrait. */
export const shapes = ['natural', '1:1', '16:9', '9:16'] as const;
export type Shape = (typeof shapes)[number];

/** Logical widths that suit a shape: the wider the shape, the more of a desk it is. */
export const widthOf: Record<Shape, number> = { natural: 1100, '1:1': 720, '16:9': 1100, '9:16': 480 };

const ratios: Record<Exclude<Shape, 'natural'>, number> = { '1:1': 1, '16:9': 16 / 9, '9:16': 9 / 16 };
const margin = 28;

/**
 * Sets a drawn picture on paper with a margin; into a shape it is fitted whole, centred, never cut. Sizes are logical
 * pixels.
 */
export function compose(svg: string, shape: Shape, paper: string): string {
  const { width, height } = sizeOf(svg);
  const [room, tall] = [width + 2 * margin, height + 2 * margin];
  const [outer, outerHeight] =
    shape === 'natural'
      ? [room, tall]
      : room / tall > ratios[shape]
        ? [room, Math.round(room / ratios[shape])]
        : [Math.round(tall * ratios[shape]), tall];
  const inner = svg.replace(
    '<svg ',
    `<svg x="${(outer - width) / 2}" y="${shape === 'natural' ? margin : (outerHeight - height) / 2}" `,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${outer} ${outerHeight}" width="${outer}" ` +
    `height="${outerHeight}"><rect width="100%" height="100%" fill="${paper}"/>${inner}</svg>`
  );
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('the picture does not state its size');
  return { width: Number(width), height: Number(height) };
}
