import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogues, type MessageKey } from '../../web/src/lib/i18n/messages/catalogue.ts';
import { alike } from './alike.ts';

const keys = Object.keys(catalogues.en) as MessageKey[];
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The placeholders and tags of a message, wherever they stand. */
function placeholders(text: string): string[] {
  const found = new Set<string>();
  const walk = (elements: Element[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) found.add(String(element.value));
      if ('children' in element) walk(element.children);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en').getAst());
  return [...found].sort();
}

describe('the two languages', () => {
  test('hold the same messages', () => {
    expect(Object.keys(catalogues.fr).sort()).toEqual([...keys].sort());
  });

  test('ask for the same values in each message', () => {
    for (const key of keys)
      expect([key, placeholders(catalogues.fr[key])]).toEqual([key, placeholders(catalogues.en[key])]);
  });

  test('say the same words only where that is meant', () => {
    const same = keys.filter((key) => catalogues.fr[key] === catalogues.en[key]);
    expect(same.sort()).toEqual([...alike].sort());
  });

  test('leave no message empty', () => {
    for (const locale of ['en', 'fr'] as const)
      expect(keys.filter((key) => !catalogues[locale][key].trim())).toEqual([]);
  });
});

describe('the typography', () => {
  const lines = (locale: 'en' | 'fr') => keys.map((key) => [key, catalogues[locale][key]] as const);

  test('has typographic apostrophes and quotation marks in both languages', () => {
    for (const locale of ['en', 'fr'] as const)
      expect(lines(locale).filter(([, text]) => /['"]/.test(text))).toEqual([]);
  });

  test('has a narrow no-break space before high French punctuation, never a plain one', () => {
    const wrong = lines('fr').filter(([, text]) =>
      /(?<![\u202f\u00a0,}])[;!?»%]|\u0020[:;!?»%]|«(?![\u202f\u00a0])/.test(text.replace(/\{[^{}]*\}/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});
