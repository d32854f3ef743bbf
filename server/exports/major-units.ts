import { minorUnitDigits } from '../money/minor-units.ts';

/** A whole number of minor units as a decimal of major ones, to the last digit: '1235' USD → '12.35'. */
export function toMajorUnits(minor: string, currency: string): string {
  const digits = minorUnitDigits(currency);
  if (digits === 0) return minor;
  const sign = minor.startsWith('-') ? '-' : '';
  const figures = minor.slice(sign.length).padStart(digits + 1, '0');
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
