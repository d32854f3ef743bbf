import { topCount } from '../../statistics/index.ts';

export interface CurvePoint {
  /** The share of contributors counted from the lowest, 0 to 1. */
  readonly populationShare: number;
  /** What the curve says there, 0 to 1. */
  readonly share: number;
}

/** The corners of a curve from (0, 0) to (1, 1), at some fractions of n contributors counted from the top. */
export function cornersAt(
  fractions: readonly number[],
  n: number,
  shareAt: (fraction: number) => number,
): CurvePoint[] {
  const inner = fractions.map((fraction) => ({
    populationShare: 1 - topCount(fraction, n) / n,
    share: shareAt(fraction),
  }));
  const all = [...inner, { populationShare: 0, share: 0 }, { populationShare: 1, share: 1 }];
  return all.sort((a, b) => a.populationShare - b.populationShare || a.share - b.share);
}

/** Reads the polygon through these corners, ascending, at equally spaced points from 0 to 1. */
export function alongCorners(corners: readonly CurvePoint[], points: number): CurvePoint[] {
  return Array.from({ length: points }, (_, j) => {
    const populationShare = j / (points - 1);
    const next = corners.findIndex((corner) => corner.populationShare >= populationShare);
    const [before, after] = [corners[next - 1], corners[next]!];
    if (before === undefined || after.populationShare === populationShare) {
      return { populationShare, share: after.share };
    }
    const along =
      (populationShare - before.populationShare) / (after.populationShare - before.populationShare);
    return { populationShare, share: before.share + along * (after.share - before.share) };
  });
}
