import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { Locale } from '../locale.ts';

type English = typeof en;

/** The key of a message: the page's room, a dot, the message's name. */
export type MessageKey = {
  [Room in keyof English & string]: `${Room}.${keyof English[Room] & string}`;
}[keyof English & string];

/** Every message of a language under its key. */
export type Catalogue = Record<MessageKey, string>;

/** The messages of both languages; French must hold every key that English holds. */
export const catalogues: Record<Locale, Catalogue> = { en: flatten(en), fr: flatten(fr satisfies Twin) };

type Twin = { [Room in keyof English]: Record<keyof English[Room], string> };

function flatten(rooms: Record<string, Record<string, string>>): Catalogue {
  const entries = Object.entries(rooms).flatMap(([room, messages]) =>
    Object.entries(messages).map(([name, text]) => [`${room}.${name}`, text]),
  );
  return Object.fromEntries(entries) as Catalogue;
}
