import type { RejectionCode } from '../rejection.ts';
import type { DateOrder } from './date-order.ts';
import { monthOf } from './month-names.ts';

/** A day as 'YYYY-MM-DD' (the first of what is known), or why the text is no date. */
export type ReadDate = { day: string } | { fault: RejectionCode };

const iso = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ]\d{1,2}[:h.].*)?)?Z?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?$/;
const slashed = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})(?:[ T,]+\d{1,2}[:h].*)?$/;
const twoDigitYear = /^\d{1,2}([/.\- ])\d{1,2}\1\d{2}(?:\s.*)?$/;
const monthYear = /^(\d{1,2})[/.-](\d{4})$/;
const quarter = /^(?:(\d{4})[ -]?[QT]([1-4])|[QT]([1-4])[ -](\d{4}))$/i;
const epoch = /^(?:[12345]\d{9}|[12345]\d{12})$/;
/** '28 juin 2017', 'June 28, 2017', 'Wed Jun 28 10:14:30 PDT 2017', 'June 2017', with a time or without. */
const dayNamed = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ -](\p{L}+)\.?,?[ -](\d{4})(?:[ ,T].*)?$/u;
const monthNamed =
  /^(?:\p{L}+\.?,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:(\d{4})(?:[ ,T].*)?|\d{1,2}:\S+ (?:\p{Lu}+ )?(\d{4})(?: [+-]\d{4})?)$/u;
const monthAlone = /^(\p{L}+)\.?,?[ -](\d{4})$/u;

const firstYear = 1950;
const lastYear = 2100;

/** Reads a date as people and programs write it; the time of day and its zone are left aside, the day is as written. */
export function readDate(text: string, order: DateOrder | null): ReadDate {
  let match = iso.exec(text);
  if (match) return day(match[1], match[3], match[4] ?? 1);
  match = slashed.exec(text);
  if (match) return readSlashed(Number(match[1]), Number(match[3]), match[4]!, order);
  match = compact.exec(text);
  if (match) return day(match[1], match[2], match[3]);
  match = monthYear.exec(text);
  if (match) return day(match[2], match[1], 1);
  match = quarter.exec(text);
  if (match) return day(match[1] ?? match[4], Number(match[2] ?? match[3]) * 3 - 2, 1);
  if (epoch.test(text)) {
    const moment = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
    return day(moment.slice(0, 4), moment.slice(5, 7), moment.slice(8, 10));
  }
  if (/^\d{4}$/.test(text)) return { fault: 'YEAR_ALONE' };
  if (twoDigitYear.test(text)) return { fault: 'SHORT_YEAR' };
  return readNamed(text);
}

function readSlashed(first: number, second: number, year: string, order: DateOrder | null): ReadDate {
  if (first === second) return day(year, first, second);
  switch (order) {
    case 'DMY':
      return day(year, second, first);
    case 'MDY':
      return day(year, first, second);
    case null:
      if (first > 12) return day(year, second, first);
      if (second > 12) return day(year, first, second);
      return { fault: 'UNCLEAR_DATE' };
    default: {
      const never: never = order;
      return never;
    }
  }
}

function readNamed(text: string): ReadDate {
  let match = dayNamed.exec(text);
  let month = match ? monthOf(match[2]!) : undefined;
  if (match && month) return day(match[3], month, match[1]);
  match = monthNamed.exec(text);
  month = match ? monthOf(match[1]!) : undefined;
  if (match && month) return day(match[3] ?? match[4], month, match[2]);
  match = monthAlone.exec(text);
  month = match ? monthOf(match[1]!) : undefined;
  return match && month ? day(match[2], month, 1) : { fault: 'NOT_A_DATE' };
}

function day(yearText: unknown, monthText: unknown, dayText: unknown): ReadDate {
  const [year, month, date] = [Number(yearText), Number(monthText), Number(dayText)];
  if (month < 1 || month > 12 || date < 1 || date > daysOf(year, month)) return { fault: 'NOT_IN_CALENDAR' };
  if (year < firstYear || year > lastYear) return { fault: 'OUT_OF_RANGE' };
  return { day: `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}` };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
