import type { Conversion, ConversionEvent, SourcedEvaluation, WholeConversion } from '../api/conversion.ts';
import { sharesOf } from './stage-words.ts';

/** A sector of fewer occupations than this is in no headline. */
const leastOccupations = 5;

/** The share of each sector that has evidence, largest first, without the sectors that are too small to say anything. */
export function sectorShares(
  { bySector }: Pick<WholeConversion, 'bySector'>,
  area: 'wages' | 'people',
): { name: string; share: number }[] {
  return bySector
    .filter(({ professions }) => professions >= leastOccupations)
    .map((one) => ({ name: one.sector.name, share: 1 - sharesOf(one.stages, area)[0]! }))
    .toSorted((a, b) => b.share - a.share);
}

/** What hangs on GDPval alone: professions that no rate names and no second benchmark covers, and their share. */
export function gdpvalAlone(
  { occupations, timeline, wageBill, employment }: Conversion & { timeline: readonly ConversionEvent[] },
  area: 'wages' | 'people',
): { professions: number; share: number } {
  const codes = (keep: (event: ConversionEvent) => boolean) =>
    new Set(timeline.filter(keep).map(({ profession }) => profession.socCode));
  const recruited = codes(({ stage }) => stage === 'RECRUITED');
  const byGdpval = codes(
    ({ stage, evidence }) => stage === 'MEASURED' && /^gdpval\b/i.test(evidence?.name ?? ''),
  );
  const alone = occupations.filter(
    ({ profession: { socCode }, benchmarks }) =>
      benchmarks === 1 && byGdpval.has(socCode) && !recruited.has(socCode),
  );
  const whole = area === 'wages' ? Number(wageBill.amount) : employment;
  const own = alone.reduce(
    (sum, one) => sum + (area === 'wages' ? Number(one.wageBill?.amount ?? 0) : (one.employment ?? 0)),
    0,
  );
  return { professions: alone.length, share: whole > 0 ? own / whole : 0 };
}

/** Every evaluation on the benchmarks that some contested stage rests on, those below parity too. */
export function evaluationsBehind(
  timeline: readonly ConversionEvent[],
  evaluations: readonly SourcedEvaluation[],
): SourcedEvaluation[] {
  const benchmarks = new Set(timeline.flatMap(({ evaluation }) => evaluation?.project.name ?? []));
  return evaluations
    .filter(({ project }) => benchmarks.has(project.name))
    .toSorted((a, b) => a.project.name.localeCompare(b.project.name));
}
