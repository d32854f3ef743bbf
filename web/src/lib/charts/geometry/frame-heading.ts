import { wrapText, type MeasureText } from './text.ts';

/** Words around the plot of a picture that stands alone. */
export interface FrameWords {
  readonly headline: string;
  readonly subtitle?: string;
  readonly notes?: readonly string[];
}

export interface FrameLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  readonly paint: 'ink' | 'ink-2' | 'muted';
}

export interface FrameHeading {
  readonly lines: readonly FrameLine[];
  /** Where the plot begins. */
  readonly top: number;
  /** The whole picture. */
  readonly height: number;
}

/** Headline and subtitle above the plot, notes below it; nothing at all without words. */
export function frameHeading(
  words: FrameWords | undefined,
  width: number,
  plotHeight: number,
  measure: MeasureText,
): FrameHeading {
  if (!words) return { lines: [], top: 0, height: plotHeight };
  const lines: FrameLine[] = [];
  const headlineSize = width < 480 ? 20 : 26;
  let y = 4;
  const add = (text: string, size: number, strong: boolean, paint: FrameLine['paint']) => {
    // Renderers without optical sizes set headlines a little wider than the page does.
    for (const line of wrapText(text, width * 0.95, size, measure, strong ? 'headline' : 'regular')) {
      y += size * 1.25;
      lines.push({ text: line, x: 0, y: Math.round(y), size, strong, paint });
    }
  };
  add(words.headline, headlineSize, true, 'ink');
  if (words.subtitle) {
    y += 4;
    add(words.subtitle, 15, false, 'ink-2');
  }
  const top = Math.round(y + 18);
  y = top + plotHeight + 6;
  for (const note of words.notes ?? []) add(note, 12.5, false, 'muted');
  return { lines, top, height: Math.round(words.notes?.length ? y + 10 : y) };
}
