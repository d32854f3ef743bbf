/** How wide a line of text will be, without a page to measure it in. */
export type MeasureText = (text: string, size: number, weight?: TextWeight) => number;
export type TextWeight = 'regular' | 'strong' | 'headline';

/** Breaks text into lines no wider than `width`; words that are too long stand alone. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  weight: TextWeight = 'regular',
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** One line that fits, ended with an ellipsis where it had to be cut: after a whole word, unless that left next to nothing. */
export function clipText(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  weight: TextWeight = 'regular',
): string {
  if (measure(text, size, weight) <= width) return text;
  let kept = text;
  while (kept.length > 1 && measure(`${kept}…`, size, weight) > width) kept = kept.slice(0, -1);
  const words = text[kept.length] === ' ' ? kept : kept.slice(0, Math.max(0, kept.lastIndexOf(' ')));
  return `${(words.length * 2 > kept.length ? words : kept).replace(/[\s,;:–(-]+$/, '')}…`;
}

/** At most `maxLines` lines, the last one clipped. */
export function wrapClipped(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  maxLines: number,
  weight: TextWeight = 'regular',
): string[] {
  const lines = wrapText(text, width, size, measure, weight);
  const kept =
    lines.length > maxLines ? [...lines.slice(0, maxLines - 1), lines.slice(maxLines - 1).join(' ')] : lines;
  return kept.map((line) => clipText(line, width, size, measure, weight));
}

/** The size of chart labels: never under 12 px once a phone of 320 px has shrunk the narrow layout a little. */
export const labelSize = (width: number): number => (width < 480 ? 13.5 : 13);
