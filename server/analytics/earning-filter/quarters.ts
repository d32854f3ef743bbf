/** The quarter of a day 'YYYY-MM-DD' as the tables store it: year · 4 + quarter of the year − 1. */
export function quarterOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** True when the day begins a quarter. */
export function beginsQuarter(day: string): boolean {
  return /-(01|04|07|10)-01$/.test(day);
}

/** True when the day ends a quarter. */
export function endsQuarter(day: string): boolean {
  return /-(03-31|06-30|09-30|12-31)$/.test(day);
}

/** Which day of its quarter a day is, 0 the first. */
export function dayOfQuarter(day: string): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = new Date(0);
  first.setUTCFullYear(year, month - (month % 3), 1);
  return Math.round((Date.parse(`${day}T00:00:00Z`) - first.getTime()) / 86_400_000);
}
