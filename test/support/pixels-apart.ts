interface Pixels {
  width: number;
  height: number;
  channels: number;
  data: ArrayLike<number>;
}

/** The part of blocks of 4 × 4 pixels whose mean lies further apart than each of those parts of the scale. */
export function apart(one: Pixels, other: Pixels, limits: readonly number[]): number[] {
  const side = 4;
  const [columns, rows] = [Math.floor(one.width / side), Math.floor(one.height / side)];
  const mean = ({ data, channels, width }: Pixels, column: number, row: number) => {
    let sum = 0;
    for (let y = 0; y < side; y += 1)
      for (let x = 0; x < side; x += 1) {
        const at = ((row * side + y) * width + column * side + x) * channels;
        sum += data[at]! + data[at + 1]! + data[at + 2]!;
      }
    return sum / (side * side * 3);
  };
  const found = limits.map(() => 0);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const gap = Math.abs(mean(one, column, row) - mean(other, column, row)) / 255;
      for (const [at, limit] of limits.entries()) if (gap > limit) found[at]! += 1;
    }
  return found.map((count) => count / (columns * rows));
}
