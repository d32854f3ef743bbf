import 'reflect-metadata';
import { Arg, registerEnumType } from 'type-graphql';

export enum Locale {
  EN = 'EN',
  FR = 'FR',
}

registerEnumType(Locale, {
  name: 'Locale',
  description: 'A language that names and texts are given in.',
  valuesConfig: { EN: { description: 'British English.' }, FR: { description: 'French.' } },
});

/** The argument `locale: Locale = EN` that every name and text takes. */
export function LocaleArg(): ReturnType<typeof Arg> {
  return Arg('locale', () => Locale, {
    defaultValue: Locale.EN,
    nullable: true,
    description: 'The language of the answer.',
  });
}

/** One of two texts by language; English where a caller sends null for it. */
export function inLocale<Text extends string | null>(
  locale: Locale | null,
  english: Text,
  french: Text,
): Text {
  switch (locale) {
    case Locale.EN:
    case null:
      return english;
    case Locale.FR:
      return french;
    default:
      return locale satisfies never;
  }
}
