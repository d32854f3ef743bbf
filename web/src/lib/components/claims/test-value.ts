import type { ClaimTest } from '../../api/claims.ts';
import type { Edition } from '../../i18n/edition.ts';

/** A test's value or threshold with its unit: shares as percentages, the rest with the API's word for the unit. */
export function writeTestValue(
  { percent, exact, inWords, counted }: Edition,
  test: ClaimTest,
  value: number,
): string {
  if (/^(share|part)\b/.test(test.unit)) return percent(value, Number.isInteger(value * 100) ? 0 : 1);
  if (value < 1e6) return `${exact(value)} ${test.unit}`;
  return counted(`${inWords(value)} ${test.unit}`);
}
