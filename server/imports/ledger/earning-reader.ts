import type { ResolvedMapping } from '../mapping/resolve-mapping.ts';
import type { Styles } from '../mapping/learn-styles.ts';
import { backgroundRoles, type NumericRole, type Role } from '../mapping/roles.ts';
import type { SourceRow } from '../readers/table.ts';
import { rejectionReasons, type Rejection, type RejectionCode } from '../rejection.ts';
import { countryOf, formerEmployers, seniorities, wordOf } from '../values/background.ts';
import { holdsAddress, withoutAddresses } from '../values/personal.ts';
import { readDate } from '../values/read-date.ts';
import { readNumber } from '../values/read-number.ts';
import { multiplyDecimals, toMinorUnits } from '../../money/minor-units.ts';
import type { Background, Backgrounds } from './backgrounds.ts';
import { MoneyReader } from './money-reader.ts';
import type { Professions } from './professions.ts';
import type { StagedEarning } from './staged-earning.ts';

export interface EarningReaderOptions {
  mapping: ResolvedMapping;
  styles: Styles;
  /** Codes for signs that several currencies share. */
  currencySigns?: Readonly<Record<string, string>>;
  /** Cells that stand for nothing, besides the empty one. */
  missingValues?: readonly string[];
  professions: Professions;
  /** What contributors are known by here. */
  pseudonymOf: (id: string) => string;
  /** Where it is noted what rows say of contributors. */
  backgrounds?: Backgrounds;
}

const longestText = 300;
/** No date and no number is longer; and no pattern is tried on more. */
const longestValue = 64;
const mostHours = 24 * 366;
/** One row of a hundred billion is a slip; a sum of rows beyond 2^53 minor units could not be told exactly. */
const mostAmount = 10n ** 13n;
const mostMeasure = 1e13;

/** Reads rows by a mapping of columns: an earning, or every reason why the row is none. */
export class EarningReader {
  /** The columns to ask the file for, in the order in which `read` expects their cells. */
  readonly wanted: readonly string[];
  readonly #at: Partial<Record<Role, number>>;
  readonly #options: EarningReaderOptions;
  readonly #missing: ReadonlySet<string>;
  readonly #money: MoneyReader;
  readonly #saysBackground: boolean;
  #row: SourceRow = { line: 0, cells: [] };
  #rejections: Rejection[] = [];

  constructor(options: EarningReaderOptions) {
    const { columns } = options.mapping;
    this.#options = options;
    this.wanted = [...new Set(Object.values(columns))];
    this.#at = Object.fromEntries(
      Object.entries(columns).map(([role, column]) => [role, this.wanted.indexOf(column)]),
    );
    this.#missing = new Set(options.missingValues ?? []);
    this.#saysBackground = backgroundRoles.some((role) => columns[role] !== undefined);
    this.#money = new MoneyReader(options.mapping.currency, options.currencySigns ?? {});
  }

  read(row: SourceRow): { earning: StagedEarning } | { rejections: Rejection[] } {
    if (row.fault) return { rejections: [{ line: row.line, column: '', value: '', ...row.fault }] };
    this.#row = row;
    this.#rejections = [];
    const earning = this.#earning();
    return this.#rejections.length > 0 || earning === undefined
      ? { rejections: this.#rejections }
      : { earning };
  }

  #earning(): StagedEarning {
    const { mapping, pseudonymOf } = this.#options;
    const id = this.#cell('expert');
    if (id === null) this.#fault('expert', 'REQUIRED');
    const period = this.#date();
    const { hours, amountMinor, currency } = this.#paid(this.#hours(period));
    const background = this.#background();
    const earning = {
      line: this.#row.line,
      // Ids of rows that are refused need no pseudonym.
      expert: id === null || this.#rejections.length > 0 ? '' : pseudonymOf(id),
      project: this.#text('project'),
      sector: mapping.sectorAll ?? this.#text('sector'),
      profession: this.#profession('profession'),
      period,
      units: mapping.columns.units === undefined ? '1' : (this.#number('units') ?? '0'),
      hours,
      amountMinor,
      currency,
      improvement: this.#number('improvement'),
    };
    if (background !== null && this.#rejections.length === 0)
      this.#options.backgrounds?.note(earning.expert, background);
    return earning;
  }

  /** What the row says of who did the work; null where no column does. */
  #background(): Background | null {
    if (!this.#saysBackground) return null;
    return {
      profession: this.#profession('expertProfession'),
      country: this.#coded('country', 'UNKNOWN_COUNTRY', countryOf),
      seniority: this.#coded('seniority', 'UNKNOWN_SENIORITY', (text) => wordOf(seniorities, text)),
      formerEmployer: this.#coded('formerEmployer', 'UNKNOWN_EMPLOYER', (text) =>
        wordOf(formerEmployers, text),
      ),
    };
  }

  #coded(role: Role, fault: RejectionCode, codeOf: (text: string) => string | undefined): string | null {
    const text = this.#text(role);
    return text === null ? null : (codeOf(text) ?? this.#fault(role, fault));
  }

  #cell(role: Role): string | null {
    const index = this.#at[role];
    const cell = index === undefined ? null : this.#row.cells[index];
    if (cell === null || cell === undefined) return null;
    const text = typeof cell === 'string' ? cell.trim() : String(cell);
    return text === '' || (this.#missing.size > 0 && this.#missing.has(text)) ? null : text;
  }

  #text(role: Role): string | null {
    const text = this.#cell(role);
    if (text === null) return null;
    if (text.includes('\0')) return this.#fault(role, 'NOT_TEXT');
    if (text.length > longestText) return this.#fault(role, 'TOO_LONG');
    if (holdsAddress(text)) return this.#fault(role, 'HOLDS_ADDRESS');
    return text;
  }

  #date(): string | null {
    const text = this.#cell('date');
    if (text === null) return null;
    if (text.length > longestValue) return this.#fault('date', 'NOT_A_DATE');
    const read = readDate(text, this.#options.styles.dateOrder);
    return 'day' in read ? read.day : this.#fault('date', read.fault);
  }

  #number(role: NumericRole): string | null {
    const text = this.#cell(role);
    return text === null ? null : this.#decimal(role, text);
  }

  #decimal(role: NumericRole, text: string): string | null {
    if (text.length > longestValue) return this.#fault(role, 'NOT_A_NUMBER');
    const read = readNumber(text, this.#styleOf(role));
    if ('fault' in read) return this.#fault(role, read.fault);
    return Math.abs(Number(read.decimal)) > mostMeasure ? this.#fault(role, 'TOO_LARGE') : read.decimal;
  }

  /** Numbers of JSON and Parquet are numbers already, whatever the texts beside them look like. */
  #styleOf(role: NumericRole) {
    const cell = this.#row.cells[this.#at[role] ?? -1];
    return typeof cell === 'number' ? 'POINT' : (this.#options.styles.numbers[role] ?? 'EACH');
  }

  #hours(period: string | null): string | null {
    const hours = this.#number('hours');
    // A ledger without dates may hold a career in a row.
    if (hours !== null && Number(hours) > mostHours * (period === null ? 20 : 1)) {
      return this.#fault('hours', 'TOO_MANY_HOURS');
    }
    return hours;
  }

  /** What was paid, from an amount or from a rate and its hours. */
  #paid(hours: string | null): Pick<StagedEarning, 'hours' | 'amountMinor' | 'currency'> {
    const role = this.#at.rate === undefined ? 'amount' : 'rate';
    const none = { hours, amountMinor: null, currency: null };
    const text = this.#cell(role);
    if (text === null) return none;
    const money = this.#money.read(text, this.#cell('currency'));
    if ('fault' in money) {
      this.#fault(
        money.at === 'CURRENCY' && this.#at.currency !== undefined ? 'currency' : role,
        money.fault,
      );
      return none;
    }
    const decimal = this.#decimal(role, money.number);
    if (decimal === null) return none;
    if (role === 'rate' && hours === null && this.#at.hours !== undefined) {
      this.#fault('hours', 'HOURS_REQUIRED');
      return none;
    }
    const worked = role === 'rate' ? (hours ?? '1') : hours;
    const amountMinor = toMinorUnits(
      role === 'rate' ? multiplyDecimals(decimal, worked!) : decimal,
      money.currency,
    );
    if (amountMinor > mostAmount || amountMinor < -mostAmount) {
      this.#fault(role, 'TOO_LARGE');
      return none;
    }
    return { hours: worked, amountMinor, currency: money.currency };
  }

  #profession(role: 'profession' | 'expertProfession'): string | null {
    const text = this.#text(role);
    if (text === null) return null;
    const code = this.#options.professions.codeOf(text);
    return code === undefined ? this.#fault(role, 'UNKNOWN_PROFESSION') : code;
  }

  #fault(role: Role, code: RejectionCode): null {
    const column = this.#options.mapping.columns[role] ?? '';
    // Whoever did the work is never written down, not even in a report of what went wrong.
    const value = role === 'expert' ? '' : withoutAddresses((this.#cell(role) ?? '').slice(0, longestText));
    this.#rejections.push({ line: this.#row.line, column, value, code, reason: rejectionReasons[code] });
    return null;
  }
}
