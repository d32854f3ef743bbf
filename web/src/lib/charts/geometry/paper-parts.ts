import { round } from './box.ts';

/** A stretch of a chart that stays on one sheet. */
export interface PaperPart {
  readonly y: number;
  readonly height: number;
}

/** A chart that would be drawn smaller than this on a sheet is parted instead: its height by its width. */
const mostOnOne = 1.6;
/** How high a part is at most, by its width: a few rows, so that sheets are filled, whatever stands above. */
const mostOfPart = 0.25;

/** How a tall chart goes on from sheet to sheet, cut between its rows; none where it fits on one, drawn a little smaller. */
export function paperParts(width: number, height: number, cuts: readonly number[]): PaperPart[] {
  if (height <= mostOnOne * width) return [];
  const ends: number[] = [];
  let from = 0;
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1] ?? height;
    if (next - from <= mostOfPart * width) continue;
    ends.push(cut);
    from = cut;
  }
  return [...ends, height].map((end, index) => {
    const y = ends[index - 1] ?? 0;
    return { y: round(y), height: round(end - y) };
  });
}
