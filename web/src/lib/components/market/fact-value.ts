import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';

interface Fact {
  value: number;
  unit: string;
}

const perOf: Record<string, MessageKey> = {
  year: 'market.per_year',
  day: 'market.per_day',
  week: 'market.per_week',
  hour: 'market.per_hour',
};

/** The currency of a fact's unit, such as USD in USD/year; null where it is not money. */
export function currencyOf(unit: string): string | null {
  return /^([A-Z]{3})(\/|$)/.exec(unit)?.[1] ?? null;
}

/** A fact's value with its unit, in the page's language. */
export function writeFact(
  { t, percent, exact, inWords, moneyInWords, counted }: Edition,
  { value, unit }: Fact,
): string {
  const currency = currencyOf(unit);
  if (currency) {
    const per = perOf[unit.split('/')[1] ?? ''];
    const amount = moneyInWords(value, currency);
    return per ? t(per, { amount }) : amount;
  }
  if (unit === 'percent') return percent(value / 100, Number.isInteger(value) ? 0 : 1);
  if (unit === 'share') return percent(value, 0);
  const number = Math.abs(value) >= 1e6 ? inWords(value) : exact(value);
  const key = `market.unit_${unit.replaceAll(' ', '_')}`;
  return counted(isUnit(key) ? t(key, { count: value, number }) : `${number} ${unit}`);
}

const units = [
  'market.unit_people',
  'market.unit_tasks',
  'market.unit_hours',
  'market.unit_criteria',
  'market.unit_lawsuits',
  'market.unit_questions',
  'market.unit_roles',
  'market.unit_cases',
  'market.unit_minutes',
  'market.unit_years',
  'market.unit_months',
  'market.unit_labs',
  'market.unit_documents',
  'market.unit_postings',
  'market.unit_occupations',
  'market.unit_countries',
  'market.unit_conversations',
  'market.unit_percentage_points',
  'market.unit_projects',
  'market.unit_papers',
  'market.unit_problems',
  'market.unit_attempts',
  'market.unit_environments',
  'market.unit_worlds',
  'market.unit_times',
  'market.unit_file_types',
  'market.unit_sources',
  'market.unit_companies',
  'market.unit_contracts',
  'market.unit_interviews',
  'market.unit_probes',
] as const satisfies readonly MessageKey[];

function isUnit(key: string): key is (typeof units)[number] {
  return (units as readonly string[]).includes(key);
}
