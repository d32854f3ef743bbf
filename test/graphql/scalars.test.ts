import { parseValue, type GraphQLScalarType } from 'graphql';
import { expect, test } from 'vitest';
import {
  CountryCodeScalar,
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  PartialDateScalar,
  UrlScalar,
} from '../../server/graphql/scalars/index.ts';

const cases: [GraphQLScalarType, string[], unknown[]][] = [
  [DateScalar, ['2024-02-29'], ['2025-02-29', '2025', '25-01-01', 20250101, null]],
  [PartialDateScalar, ['2025', '2025-10', '2025-10-03'], ['2025-13', '2025-10-32', '25', 2025]],
  [
    DateTimeScalar,
    ['2025-10-03T04:05:06Z', '2025-10-03T04:05:06.789+02:00'],
    ['2025-10-03', '2025-10-03T99:00:00Z'],
  ],
  [DecimalScalar, ['0', '-12.50', '123456789012345678901.5'], ['1e3', '.5', 'NaN', 1.5]],
  [CurrencyCodeScalar, ['USD', 'EUR'], ['usd', 'XXQ', '']],
  [CountryCodeScalar, ['US', 'KE'], ['us', 'ZZZ', 'Kenya']],
  [UrlScalar, ['https://example.org/a?b#c'], ['example.org', '']],
];

test.each(cases)('%s takes what it describes and nothing else', (scalar, good, bad) => {
  for (const value of good) expect(scalar.parseValue(value)).toBe(value);
  for (const value of bad) expect(() => scalar.parseValue(value)).toThrow(`${scalar.name} is a`);
});

test('a literal of another kind is named as it is written', () => {
  const literal = parseValue('[2025]');
  expect(() => PartialDateScalar.parseLiteral(literal)).toThrow(
    'PartialDate is a year YYYY, a month YYYY-MM or a day YYYY-MM-DD, not [2025].',
  );
});

test('moments leave as UTC text', () => {
  expect(DateTimeScalar.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
});
