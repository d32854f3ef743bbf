import { textScalar } from './text-scalar.ts';

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'An exact decimal number as text, such as "1250.50": never rounded to binary floating point.',
  expected: 'a decimal number as text such as "1250.50"',
  accepts: (text) => /^-?\d+(\.\d+)?$/.test(text),
});
