import { inLocale, type Locale } from '../../graphql/locale.ts';
import { Dimension } from './dimension.ts';
import type { GroupIdentity } from './group.type.ts';

/** '2025-Q3' or '2025' of a group that is a period, 'undated' of earnings without a date, null of another group. */
export function periodKey({ dimension, groupKey }: GroupIdentity): string | null {
  if (dimension !== Dimension.QUARTER && dimension !== Dimension.YEAR) return null;
  if (groupKey === 0) return 'undated';
  if (dimension === Dimension.YEAR) return String(groupKey);
  const { year, quarter } = partsOf(groupKey);
  return `${year}-Q${quarter}`;
}

/** The same for people: '3rd quarter' as each language abbreviates it. */
export function periodLabel(group: GroupIdentity, locale: Locale): string | null {
  const key = periodKey(group);
  if (key === 'undated') return inLocale(locale, 'Undated', 'Sans date');
  if (group.dimension !== Dimension.QUARTER) return key;
  const { year, quarter } = partsOf(group.groupKey);
  return inLocale(locale, `Q${quarter} ${year}`, `T${quarter} ${year}`);
}

function partsOf(stored: number): { year: number; quarter: number } {
  return { year: Math.floor(stored / 4), quarter: (stored % 4) + 1 };
}
