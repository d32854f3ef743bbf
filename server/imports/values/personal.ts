// From where a word begins only: from each of its letters, a long one without an end would take its length squared.
const address = /(?<![^\s@<>,;])[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+/;

/** True where a text holds an e-mail address. */
export function holdsAddress(text: string): boolean {
  return text.includes('@') && address.test(text);
}

/** The text with its e-mail addresses made unreadable, for reports that are kept. */
export function withoutAddresses(text: string): string {
  return text.includes('@') ? text.replace(new RegExp(address, 'g'), '…@…') : text;
}
