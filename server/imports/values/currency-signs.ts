/** The codes that a sign, or a usual abbreviation, may stand for; several where people of several places write it. */
const signs: Readonly<Record<string, readonly string[]>> = {
  $: [
    'USD',
    'CAD',
    'AUD',
    'NZD',
    'SGD',
    'HKD',
    'MXN',
    'ARS',
    'CLP',
    'COP',
    'TWD',
    'BRL',
    'UYU',
    'JMD',
    'BBD',
  ],
  '¥': ['JPY', 'CNY'],
  '￥': ['CNY', 'JPY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  Rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  '₨': ['PKR', 'LKR', 'NPR', 'MUR', 'INR'],
  Fr: ['CHF', 'XAF', 'XOF'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₩': ['KRW'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '₴': ['UAH'],
  '₦': ['NGN'],
  '₱': ['PHP'],
  '฿': ['THB'],
  '₸': ['KZT'],
  '₾': ['GEL'],
  '₼': ['AZN'],
  '₲': ['PYG'],
  '₡': ['CRC'],
  '₵': ['GHS'],
  '৳': ['BDT'],
  元: ['CNY'],
  円: ['JPY'],
  zł: ['PLN'],
  Kč: ['CZK'],
  Ft: ['HUF'],
  lei: ['RON'],
  RM: ['MYR'],
  Rp: ['IDR'],
  R: ['ZAR'],
  R$: ['BRL'],
  US$: ['USD'],
  $US: ['USD'],
  CA$: ['CAD'],
  C$: ['CAD'],
  $CA: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  SG$: ['SGD'],
  HK$: ['HKD'],
  MX$: ['MXN'],
  NT$: ['TWD'],
  'CN¥': ['CNY'],
  'JP¥': ['JPY'],
};

const codes = new Set(Intl.supportedValuesOf('currency'));

/** True of an ISO 4217 code, in capitals. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}

/** The codes that a text may mean: one of a code or a clear sign, several of '$', none of what is no currency. */
export function currenciesOf(text: string): readonly string[] {
  const own = Object.hasOwn(signs, text) ? signs[text] : undefined;
  if (own) return own;
  const code = text.toUpperCase();
  return isCurrencyCode(code) ? [code] : [];
}
