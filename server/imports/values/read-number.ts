import type { RejectionCode } from '../rejection.ts';
import type { NumberStyle } from './number-style.ts';

/** A decimal in plain digits ('-1234.5'), or why the text is none. */
export type ReadNumber = { decimal: string } | { fault: RejectionCode };

const plain = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
const pointed = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.\d*)?$/;
const commaed = /^(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?$/;
const unclear = /^[1-9]\d{0,2},\d{3}$/;
const exponent = /^(\d*)(?:[.,](\d*))?e([+-]?\d{1,2})$/i;
/** Spaces of all kinds and apostrophes, where they part groups of three digits. */
const groups = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g;

/** Reads digits with thousands separators and a decimal mark as the column writes them. */
export function readNumber(text: string, style: NumberStyle): ReadNumber {
  if (style !== 'COMMA' && text.length < 19 && plain.test(text)) return { decimal: text };
  const [, sign = '', body = ''] = /^([+\-−–]?)(.*)$/s.exec(text.trim()) ?? [];
  const digits = body.replace(groups, '');
  if (!/\d/.test(digits)) return { fault: 'NOT_A_NUMBER' };
  const read = readDigits(digits, style);
  if (read === undefined) return { fault: 'NOT_A_NUMBER' };
  if (read === null) return { fault: 'UNCLEAR_NUMBER' };
  const decimal = canonical(read);
  if (decimal.length > 40) return { fault: 'TOO_MANY_DIGITS' };
  const negative = sign !== '' && sign !== '+' && decimal !== '0';
  return { decimal: negative ? `-${decimal}` : decimal };
}

/** With a decimal point; undefined of what is no number, null of what could be two. */
function readDigits(digits: string, style: NumberStyle): string | undefined | null {
  const scientific = exponent.exec(digits);
  if (scientific) return shiftPoint(scientific[1]!, scientific[2] ?? '', Number(scientific[3]));
  const asPoint = pointed.test(digits) ? digits.replaceAll(',', '') : undefined;
  const asComma = commaed.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : undefined;
  switch (style) {
    case 'POINT':
      return asPoint;
    case 'COMMA':
      return asComma;
    case 'EACH':
      if (unclear.test(digits)) return null;
      return asPoint ?? asComma;
    default: {
      const never: never = style;
      return never;
    }
  }
}

function shiftPoint(whole: string, fraction: string, by: number): string {
  const all = whole + fraction;
  const point = whole.length + by;
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
  return point >= all.length
    ? all + '0'.repeat(point - all.length)
    : `${all.slice(0, point)}.${all.slice(point)}`;
}

/** One spelling for one number, so that '5', '5.0' and '05' are the same row. */
function canonical(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const kept = fraction.replace(/(?<!0)0+$/, '');
  return `${whole.replace(/^0+/, '') || '0'}${kept && `.${kept}`}`;
}
