/**
 * Spreadsheets run a cell that begins with = + - @ (or with a tab or a line break before it) as a formula. What leaves
 * as CSV is guarded: such a text gets an apostrophe in front, and so does one that only looks guarded, so that taking
 * one apostrophe off again gives back exactly what there was. Numbers are never guarded: -5 stays -5.
 */
const guardable = /^'*[=+\-@\t\r\n]/;
const guarded = /^'+[=+\-@\t\r\n]/;

/** The text as it may stand in a CSV that a spreadsheet opens. */
export function guardText(text: string): string {
  return guardable.test(text) ? `'${text}` : text;
}

/** The text before it was guarded; any other text as it is. */
export function unguardText(text: string): string {
  return text.charCodeAt(0) === 39 && guarded.test(text) ? text.slice(1) : text;
}
