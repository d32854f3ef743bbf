/** A rectangle in the chart's own pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share area, with `gap` pixels of air demanded between them. */
export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** Whether the inner box lies in the outer one, give or take `slack` pixels of rounding. */
export const contains = (outer: Box, inner: Box, slack = 0.01): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

/** A tenth of a pixel: what the eye can tell, and no more bytes. */
export const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** A hundredth, for what is laid edge to edge and rounded once more when it is drawn. */
export const hundredth = (pixels: number): number => Math.round(pixels * 100) / 100;
