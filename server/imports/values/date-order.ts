export type DateOrder = 'DMY' | 'MDY';

/** What the dates of a column have told so far about the order of day and month. */
export interface DateEvidence {
  /** Only a day can be first: 25/03/2025. */
  dmy: number;
  /** Only a day can be second: 03/25/2025. */
  mdy: number;
  /** Could be either: 03/04/2025. */
  unclear: number;
}

const slashed = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]\d{4}(?!\d)/;

/** No evidence yet. */
export function noDateEvidence(): DateEvidence {
  return { dmy: 0, mdy: 0, unclear: 0 };
}

/** Adds what one date tells; dates that begin with the year or name the month tell nothing and need nothing. */
export function weighDate(text: string, evidence: DateEvidence): void {
  const match = slashed.exec(text);
  if (!match) return;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first === second || first < 1 || second < 1) return;
  if (first > 12 && second <= 12) evidence.dmy += 1;
  else if (second > 12 && first <= 12) evidence.mdy += 1;
  else if (first <= 12) evidence.unclear += 1;
}

/** The order that the evidence shows: null where none is needed, AMBIGUOUS where a person must say. */
export function dateOrder({ dmy, mdy, unclear }: DateEvidence): DateOrder | 'AMBIGUOUS' | null {
  if (dmy > 0 && mdy > 0) return 'AMBIGUOUS';
  if (dmy > 0) return 'DMY';
  if (mdy > 0) return 'MDY';
  return unclear > 0 ? 'AMBIGUOUS' : null;
}
