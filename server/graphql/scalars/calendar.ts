import { textScalar } from './text-scalar.ts';

/** Is this a day of the Gregorian calendar written YYYY-MM-DD? */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Is this a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD? */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) || isCalendarDate(text);
}

export const DateScalar = textScalar({
  name: 'Date',
  description: 'A day of the Gregorian calendar: YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  expected: 'a day written YYYY-MM-DD',
  accepts: isCalendarDate,
});

export const PartialDateScalar = textScalar({
  name: 'PartialDate',
  description: 'A date as exactly as its source gives it: a year YYYY, a month YYYY-MM or a day YYYY-MM-DD.',
  expected: 'a year YYYY, a month YYYY-MM or a day YYYY-MM-DD',
  accepts: isPartialDate,
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'A moment in UTC: YYYY-MM-DDThh:mm:ss.sssZ.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  expected: 'a moment written YYYY-MM-DDThh:mm:ssZ',
  accepts: (text) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
  serialise: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});
