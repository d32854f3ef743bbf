import type { Box } from './box.ts';
import { wrapText, type MeasureText } from './text.ts';

/** The whole title, or as many whole words as say enough, or nothing. */
export function fitTitle(
  title: string,
  box: Pick<Box, 'width' | 'height'>,
  size: number,
  leading: number,
  measure: MeasureText,
): string[] {
  const room = box.width - 6;
  const most = Math.floor((box.height - 6) / leading);
  if (most < 1) return [];
  const lines = wrapText(title, room, size, measure);
  const kept = lines.slice(0, most);
  if (kept.some((line) => measure(line, size) > room)) return [];
  if (kept.length === lines.length) return lines;
  const last = endWithEllipsis(kept.at(-1)!, room, size, measure);
  if (last === null) return [];
  const cut = [...kept.slice(0, -1), last];
  // Less than half a title says too little to be worth the ink.
  return cut.join(' ').length * 2 > title.length ? cut : [];
}

function endWithEllipsis(line: string, room: number, size: number, measure: MeasureText): string | null {
  const words = line.replace(/,$/, '').split(' ');
  while (words.length > 0) {
    const text = `${words.join(' ').replace(/,$/, '')}…`;
    if (measure(text, size) <= room && !/\b(and|of|the|et|de|des|du)…$/i.test(text)) return text;
    words.pop();
  }
  return null;
}
