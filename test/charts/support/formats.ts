import type { ChartFormat } from '../../../web/src/lib/charts/format.ts';

const narrow = (text: string): string => text.replaceAll('\u00a0', '\u202f');

/** A chart's format on Intl alone, so that the charts are tested without the site. */
function formatOf(tag: string): ChartFormat {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    narrow(new Intl.NumberFormat(tag, options).format(value));
  const digits = (fractionDigits: number) => ({
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  });
  const money = (currency: string) =>
    ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }) as const;
  return {
    percent: (share, fractionDigits = 0) => write(share, { style: 'percent', ...digits(fractionDigits) }),
    change: (share) => write(share, { style: 'percent', signDisplay: 'exceptZero' }),
    exact: (value, fractionDigits) =>
      write(value, fractionDigits === undefined ? {} : digits(fractionDigits)),
    money: (value, currency) =>
      write(value, { ...money(currency), ...digits(Number.isInteger(value) ? 0 : 2) }),
    moneyInWords: (value, currency) => write(value, { ...money(currency), notation: 'compact' }),
    date: (partial) => partial,
  };
}

export const english = formatOf('en-GB');
export const french = formatOf('fr');
