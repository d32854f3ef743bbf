import { table } from '../../bench/results.ts';
import type { Tried } from './run-length.ts';

/** What long runs have written down, as a table in Markdown and what else is to be told. A run may be done in several parts. */
export function tableOfFaults(lines: string): string {
  const parts = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Tried);
  const tried = [...Map.groupBy(parts, ({ fault }) => fault).values()].map(added);
  const rows = tried.map(({ fault, times, acknowledged, lost, back }) => [
    fault,
    String(times),
    acknowledged === undefined ? '–' : acknowledged.toLocaleString('en'),
    String(lost),
    seconds(back, 0.5),
    seconds(back, 1),
  ]);
  const notes = tried.flatMap(({ fault, ended, note }) => {
    const ways = Object.entries(ended ?? {}).map(([how, count]) => `${how} ${count}`);
    const told = [...(note === undefined ? [] : [note]), ...(ended ? [ways.join(', ')] : [])];
    return told.length === 0 ? [] : [`${fault}: ${told.join('; ')}.`];
  });
  const head = ['fault', 'times', 'writes acknowledged', 'lost', 'until back, median', 'longest'];
  return [table([head, ...rows]), ...notes].join('\n\n');
}

/** Parts of one fault as one. */
function added(parts: readonly Tried[]): Tried {
  return parts.reduce((all, part) => ({
    ...part,
    times: all.times + part.times,
    lost: all.lost + part.lost,
    back: [...all.back, ...part.back],
    ...(part.acknowledged !== undefined && { acknowledged: (all.acknowledged ?? 0) + part.acknowledged }),
    ...(part.ended && { ended: summed(all.ended ?? {}, part.ended) }),
  }));
}

function summed(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const ways = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...ways].map((way) => [way, (one[way] ?? 0) + (other[way] ?? 0)]));
}

function seconds(back: readonly number[], share: number): string {
  const sorted = back.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * share) - 1];
  return value === undefined ? '–' : `${(value / 1000).toFixed(2)} s`;
}
