export interface CurvePoint {
  /** The share of contributors counted from the lowest, 0 to 1. */
  readonly populationShare: number;
  /** What the curve says there, 0 to 1. */
  readonly share: number;
}

/** Reads a polygon, given by its values at equally spaced corners from 0 to 1, at equally spaced points. */
export function alongPolygon(corners: readonly number[], points: number): CurvePoint[] {
  const pieces = corners.length - 1;
  return Array.from({ length: points }, (_, j) => {
    const position = (j * pieces) / (points - 1);
    const corner = Math.min(Math.floor(position), pieces);
    const [here, next] = [corners[corner]!, corners[corner + 1] ?? corners[corner]!];
    return { populationShare: j / (points - 1), share: here + (position - corner) * (next - here) };
  });
}
