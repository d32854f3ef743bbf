import type { MeasureText } from './text.ts';

interface Tick {
  readonly x: number;
  readonly label: string;
}

const gap = 10;

/**
 * As many of evenly spaced ticks as have room for their labels, centred on them: all, every second, every third; and
 * at least the first and what is as far from it as it takes.
 */
export function spacedTicks<T extends Tick>(ticks: readonly T[], size: number, measure: MeasureText): T[] {
  const widest = Math.max(0, ...ticks.map(({ label }) => measure(label, size)));
  const step = ticks.length > 1 ? Math.abs(ticks[1]!.x - ticks[0]!.x) : Infinity;
  const every = Math.max(1, Math.ceil((widest + gap) / step));
  return ticks.filter((_, index) => index % every === 0);
}
