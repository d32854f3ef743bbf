import type { GraphQLScalarType } from 'graphql';
import { GraphQLCountryCode, GraphQLCurrency } from 'graphql-scalars';
import { textScalar } from './text-scalar.ts';

const passes =
  (scalar: GraphQLScalarType) =>
  (text: string): boolean => {
    try {
      scalar.parseValue(text);
      return text === text.toUpperCase();
    } catch {
      return false;
    }
  };

export const CurrencyCodeScalar = textScalar({
  name: 'CurrencyCode',
  description: 'A currency by its ISO 4217 code, such as USD.',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  expected: 'an ISO 4217 code such as USD',
  accepts: passes(GraphQLCurrency),
});

export const CountryCodeScalar = textScalar({
  name: 'CountryCode',
  description: 'A country by its ISO 3166-1 alpha-2 code, such as US.',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  expected: 'an ISO 3166-1 alpha-2 code such as US',
  accepts: passes(GraphQLCountryCode),
});
