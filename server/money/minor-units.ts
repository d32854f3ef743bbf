const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has by ISO 4217 (USD 2, JPY 0, KWD 3). */
export function minorUnitDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    digits = options.maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** A decimal amount in the currency's minor unit, rounded half away from zero: '12.345' USD → 1235n. */
export function toMinorUnits(amount: string, currency: string): bigint {
  const digits = minorUnitDigits(currency);
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(amount) ?? [];
  const kept = BigInt(`${whole || '0'}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  const rounded = Number(fraction[digits] ?? '0') >= 5 ? kept + 1n : kept;
  return sign === '-' ? -rounded : rounded;
}

/** The exact product of two plain decimals: a rate and its hours. */
export function multiplyDecimals(one: string, other: string): string {
  const [a, aScale] = scaled(one);
  const [b, bScale] = scaled(other);
  const product = a * b;
  const scale = aScale + bScale;
  const digits = String(product < 0n ? -product : product).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${product < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

function scaled(decimal: string): [bigint, number] {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return [BigInt(whole + fraction), fraction.length];
}

/** A whole number of minor units as a decimal of major ones: 1235 USD → '12.35'. */
export function decimalOfMinor(minor: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}
