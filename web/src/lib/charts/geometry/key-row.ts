import { round } from './box.ts';
import type { MeasureText } from './text.ts';

const swatchWidth = 19;
const air = 16;
const line = 20;

/** Swatches with their names in as many lines as the width needs. */
export function keyRow(
  names: readonly string[],
  width: number,
  size: number,
  measure: MeasureText,
  swatch = swatchWidth,
) {
  let x = 0;
  let y = 2;
  const entries = names.map((text) => {
    const own = swatch + measure(text, size);
    if (x > 0 && x + own > width) {
      x = 0;
      y += line;
    }
    const entry = { text, x: round(x), y };
    x += own + air;
    return entry;
  });
  return { entries, height: names.length === 0 ? 0 : y + line - 2 };
}

export type PaySign =
  'offered' | 'few' | 'middle' | 'typical' | 'range' | 'upTo' | 'dotted' | 'template' | 'band' | 'median';
export type PaySignNames = Readonly<Partial<Record<PaySign, string>>>;

const paySigns: readonly PaySign[] = [
  'offered',
  'few',
  'middle',
  'typical',
  'range',
  'upTo',
  'dotted',
  'template',
  'band',
  'median',
];

/** The signs of the pay chart with their names; what is not drawn, or named with its band, may be left out. */
export function payKey(names: PaySignNames, width: number, size: number, measure: MeasureText) {
  const signs = paySigns.flatMap((sign) => (names[sign] === undefined ? [] : [{ sign, text: names[sign] }]));
  const { entries, height } = keyRow(
    signs.map(({ text }) => text),
    width,
    size,
    measure,
    34,
  );
  return { height, entries: entries.map((entry, index) => ({ ...entry, sign: signs[index]!.sign })) };
}
