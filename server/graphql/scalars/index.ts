export { DateScalar, DateTimeScalar, PartialDateScalar } from './calendar.ts';
export { CountryCodeScalar, CurrencyCodeScalar } from './codes.ts';
export { DecimalScalar } from './decimal.ts';
export { UrlScalar } from './url.ts';
