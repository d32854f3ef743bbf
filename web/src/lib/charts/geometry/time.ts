/** The stretch of time a partial date names, in years: 2025 is [2025, 2026), 2025-10 a twelfth of it. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

const yearOf = (time: number, year: number): number => {
  const start = Date.UTC(year, 0, 1);
  return year + (time - start) / (Date.UTC(year + 1, 0, 1) - start);
};

/** Where a date of any precision lies on a scale of years. */
export function yearSpan(partial: string): YearSpan {
  const [year = 0, month, day] = partial.split('-').map(Number);
  if (month === undefined) return { from: year, to: year + 1 };
  if (day === undefined) {
    const to = month === 12 ? year + 1 : yearOf(Date.UTC(year, month, 1), year);
    return { from: yearOf(Date.UTC(year, month - 1, 1), year), to };
  }
  const at = yearOf(Date.UTC(year, month - 1, day), year);
  return { from: at, to: at };
}

/** The middle of the stretch: where its mark stands. */
export const yearMiddle = (partial: string): number => {
  const { from, to } = yearSpan(partial);
  return (from + to) / 2;
};
