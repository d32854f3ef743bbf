import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import { catalogues, type MessageKey } from './messages/catalogue.ts';

/** What a message's placeholders are filled with. */
export type Values = Record<string, string | number>;

/** A message with its marked passages apart: text, or a tag with the text inside it. */
export type Passage = string | { tag: string; text: string };

const compiled = new Map<string, IntlMessageFormat>();

/** Writes a message as plain text. */
export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return String(messageOf(locale, key).format(values));
}

/** Writes a message as passages, so that `<link>…</link>` can become an element. */
export function passagesOf(locale: Locale, key: MessageKey, values: Values = {}): Passage[] {
  const tags = [...catalogues[locale][key].matchAll(/<([a-z]+)>/g)].map((match) => match[1]!);
  const marks = Object.fromEntries(
    tags.map((tag) => [tag, (chunks: unknown[]): Passage => ({ tag, text: chunks.join('') })]),
  );
  const parts = messageOf(locale, key).format<Passage>({ ...values, ...marks } as Record<string, never>);
  return Array.isArray(parts) ? parts : [parts as Passage];
}

function messageOf(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale}:${key}`;
  let message = compiled.get(id);
  if (!message) {
    message = new IntlMessageFormat(catalogues[locale][key], locale === 'en' ? 'en-GB' : 'fr');
    compiled.set(id, message);
  }
  return message;
}
