/** Why a cell, or a row, cannot be taken: for programs by its code, for people in words. */
export const rejectionReasons = {
  REQUIRED: 'is required: who did the work',
  HOURS_REQUIRED: 'is required: a rate needs its hours',
  NOT_A_NUMBER: 'is not a number',
  UNCLEAR_NUMBER: 'can be read as thousands or as a decimal: say which by --decimal point or --decimal comma',
  TOO_MANY_DIGITS: 'has more digits than a measure can have',
  TOO_LARGE: 'is larger than one row can be',
  TOO_MANY_HOURS: 'is more hours than a year has',
  NOT_A_DATE: 'is not a date',
  NOT_IN_CALENDAR: 'is not a day of the calendar',
  OUT_OF_RANGE: 'is not between 1950 and 2100',
  YEAR_ALONE: 'is a year alone: a month is needed',
  SHORT_YEAR: 'has a year of two digits: four are needed',
  UNCLEAR_DATE: 'can be day/month or month/day: say which by --date-order',
  NO_CURRENCY: 'has an amount without a currency',
  NOT_A_CURRENCY: 'is not a currency code (three letters, ISO 4217)',
  UNCLEAR_CURRENCY: 'stands for several currencies: say which by --currency-sign',
  OTHER_CURRENCY: 'is in another currency than the row says',
  UNKNOWN_PROFESSION: 'is not a 2018 SOC code that is known here',
  UNKNOWN_COUNTRY: 'is no country: an ISO 3166 code of two letters would do',
  UNKNOWN_SENIORITY: 'is no seniority: JUNIOR, MID, SENIOR, PRINCIPAL',
  UNKNOWN_EMPLOYER:
    'is no kind of employer: BANK, CONSULTANCY, LAW_FIRM, HOSPITAL, TECHNOLOGY, INDUSTRY, UNIVERSITY, SCHOOL, MEDIA, GOVERNMENT, SELF_EMPLOYED',
  HOLDS_ADDRESS: 'holds an e-mail address, which is never stored',
  NOT_TEXT: 'holds a zero character',
  TOO_LONG: 'is longer than 300 characters',
  WIDTH: 'has another number of cells than the header',
  NOT_A_RECORD: 'is not an object with named values',
  NOT_JSON: 'is not JSON',
} as const;

export type RejectionCode = keyof typeof rejectionReasons;

/** One cell that could not be taken: where it stands, what it held and why, so that its owner can mend it. */
export interface Rejection {
  /** The file, where several are read. */
  file?: string;
  /** Line in the file, the header being line 1; the record's number in JSON arrays and Parquet. */
  line: number;
  /** Empty where the row as a whole is at fault. */
  column: string;
  value: string;
  code: RejectionCode;
  reason: string;
}

/** Says the first rejections in words, a line each, and how many more there are. */
export function describeRejections(
  rejections: readonly (Omit<Rejection, 'code'> & { code?: string })[],
  { most = 20, total = rejections.length, position = 'line' } = {},
): string {
  const shown = rejections.slice(0, most).map(({ file, line, column, value, reason }) => {
    const where = `${file === undefined ? '' : `${file}, `}${position} ${line}`;
    return column === '' ? `  ${where} ${reason}` : `  ${where}, ${column}: ${printable(value)} ${reason}`;
  });
  const more = total - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

/** In quotes, in one line, without what would move a terminal's cursor. */
function printable(value: string): string {
  const short = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return JSON.stringify(short).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '�');
}
