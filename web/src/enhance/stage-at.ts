/** A stage, 0 to 4, and the month in which its rule was first met; null where the evidence is undated. */
export interface Step {
  readonly stage: number;
  readonly month: string | null;
}

/** The steps of a cell as the page writes them: `1@2024-04 2@`. */
export function stepsOf(text: string): Step[] {
  return text.split(' ').flatMap((word) => {
    const [stage = '', month = ''] = word.split('@');
    return stage === '' ? [] : { stage: Number(stage), month: month || null };
  });
}

/** The highest stage met by the end of a month, 0 when none; without a month all evidence counts, undated too. */
export function stageAt(steps: readonly Step[], month: string | null): number {
  let highest = 0;
  for (const step of steps)
    if (step.stage > highest && (month === null || (step.month !== null && step.month <= month)))
      highest = step.stage;
  return highest;
}

/** The months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text > last) return months;
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
