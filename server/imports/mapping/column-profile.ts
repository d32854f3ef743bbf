import type { SourceCell } from '../readers/table.ts';
import { countryOf, formerEmployers, seniorities, wordOf } from '../values/background.ts';
import { currenciesOf } from '../values/currency-signs.ts';
import { readDate } from '../values/read-date.ts';
import { readMoney } from '../values/read-money.ts';
import { readNumber } from '../values/read-number.ts';
import { personalKind } from './personal-columns.ts';
import type { Role } from './roles.ts';

/** What the first values of a column look like. Shares are of the values that are not empty. */
export interface ColumnProfile {
  column: string;
  texts: string[];
  dates: number;
  numbers: number;
  currencies: number;
  /** Signs and codes beside its amounts. */
  signs: string[];
  personal: 'EMAIL' | 'NAME' | null;
}

const most = 200;
const nearlyAll = 0.8;

/** Looks at the first values of a column. */
export function profileColumn(column: string, cells: readonly SourceCell[]): ColumnProfile {
  const texts = cells
    .map((cell) => (cell === null ? '' : String(cell).trim()))
    .filter((text) => text !== '' && text.length <= 500)
    .slice(0, most);
  const share = (fits: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter((text) => text.length <= 64 && fits(text)).length / texts.length;
  return {
    column,
    texts,
    dates: share((text) => 'day' in readDate(text, 'DMY') || 'day' in readDate(text, 'MDY')),
    numbers: share(isNumber),
    currencies: share((text) => currenciesOf(text).length > 0),
    signs: texts.flatMap((text) => (text.length <= 64 ? (readMoney(text)?.currency ?? '') : '') || []),
    personal: personalKind(column, cells),
  };
}

/** Whether values may be what the role needs; a column without values may be anything. */
export function valueFits(
  { texts, dates, numbers, currencies, personal }: ColumnProfile,
  role: Role,
): boolean {
  if (texts.length === 0) return role !== 'expert';
  switch (role) {
    case 'date':
      return dates >= nearlyAll;
    case 'units':
    case 'hours':
    case 'amount':
    case 'rate':
    case 'improvement':
      return numbers >= nearlyAll;
    case 'currency':
      return currencies >= nearlyAll;
    case 'expert':
      return dates < nearlyAll || numbers >= nearlyAll;
    case 'seniority':
      return texts.every((text) => wordOf(seniorities, text) !== undefined);
    case 'formerEmployer':
      return texts.every((text) => wordOf(formerEmployers, text) !== undefined);
    case 'country':
      return texts.every((text) => countryOf(text) !== undefined);
    case 'expertProfession':
    case 'project':
    case 'sector':
    case 'profession':
      return personal !== 'EMAIL';
    default: {
      const never: never = role;
      return never;
    }
  }
}

/** Ids as platforms give them to people: Prolific's, MTurk's, UUIDs, 'w0012'; or addresses. */
const idLike =
  /^(?:[0-9a-f]{24}|A[0-9A-Z]{11,14}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z]{1,12}[-_]?\d{2,})$/i;

/** Whether a column holds people's ids by the look of its values, whatever it is called. */
export function looksLikeIds({ texts, personal }: ColumnProfile): boolean {
  if (personal === 'EMAIL') return true;
  return texts.length > 0 && texts.filter((text) => idLike.test(text)).length >= texts.length * nearlyAll;
}

function isNumber(text: string): boolean {
  const money = readMoney(text);
  if (!money) return false;
  return 'decimal' in readNumber(money.number, 'POINT') || 'decimal' in readNumber(money.number, 'COMMA');
}
