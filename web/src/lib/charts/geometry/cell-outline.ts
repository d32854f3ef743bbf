import type { Box } from './box.ts';

/** A cell this small keeps its whole area: a gap around it would be most of it. */
const leastForGap = 3;

/**
 * The outline of a cell, half a pixel inside its box so that neighbours stay apart; tiny cells fill theirs. In whole
 * steps of `1 / fine` pixels: with 830 cells, every digit is a kilobyte.
 */
export function cellOutline({ x, y, width, height }: Box, fine: number): Box {
  const gap = isTiny({ width, height }) ? 0 : 0.5;
  const step = (pixels: number) => Math.round(pixels * fine);
  const [left, top] = [step(x + gap), step(y + gap)];
  // In the order in which a page of 830 of them packs best: neighbours share what comes last and first.
  return {
    width: Math.max(1, step(x + width - gap) - left),
    x: left,
    height: Math.max(1, step(y + height - gap) - top),
    y: top,
  };
}

/** Whether a cell is too small for a gap and an outline. */
export const isTiny = ({ width, height }: Pick<Box, 'width' | 'height'>): boolean =>
  width < leastForGap || height < leastForGap;
