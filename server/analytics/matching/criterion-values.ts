import { Seniority } from '../../market/experts/expert.enums.ts';
import type { Candidate, Requirements } from './candidate.ts';
import { MatchCriterion } from './match-criterion.enum.ts';

const steps = Object.values(Seniority);

/** What all candidates have, that one of them is compared with. */
export interface Field {
  /** Known improvements an hour, ascending. */
  readonly improvements: Float64Array;
  /** The newest quarter in which any of them worked; null where the ledger has no dates. */
  readonly newestQuarter: number | null;
}

/** The field of some candidates, in whatever order they come. */
export function fieldOf(candidates: readonly Candidate[]): Field {
  const improvements = Float64Array.from(candidates.flatMap(({ improvement }) => improvement ?? [])).sort();
  const newest = candidates.reduce((latest, { lastQuarter }) => Math.max(latest, lastQuarter ?? 0), 0);
  return { improvements, newestQuarter: newest === 0 ? null : newest };
}

/** How well a candidate meets one criterion, 0 to 1; null where what it needs is not known. */
export function valueOf(
  criterion: MatchCriterion,
  candidate: Candidate,
  asked: Requirements,
  field: Field,
): number | null {
  switch (criterion) {
    case MatchCriterion.PROFESSION:
      return nearestProfession(candidate.professions, asked.professions)?.value ?? null;
    case MatchCriterion.SECTOR:
      return candidate.sectorShare;
    case MatchCriterion.SENIORITY:
      return seniorityValue(candidate.seniority, asked.seniority);
    case MatchCriterion.COUNTRY:
      return candidate.country === null ? null : Number(asked.countries.includes(candidate.country));
    case MatchCriterion.RATE:
      return rateValue(candidate.rate, asked.ceiling);
    case MatchCriterion.IMPROVEMENT:
      return standing(candidate.improvement, field.improvements);
    case MatchCriterion.AVAILABILITY:
      return candidate.lastQuarter === null || field.newestQuarter === null
        ? null
        : 0.5 ** (field.newestQuarter - candidate.lastQuarter);
    default:
      return criterion satisfies never;
  }
}

/** Of the professions that somebody has, the one nearest to one asked for, the first by code of equals; null for none. */
export function nearestProfession(
  has: readonly string[],
  asked: readonly string[],
): { socCode: string; value: number } | null {
  const ranked = has
    .map((socCode) => ({ socCode, value: Math.max(...asked.map((other) => closeness(socCode, other))) }))
    .sort((a, b) => b.value - a.value || (a.socCode < b.socCode ? -1 : 1));
  return ranked[0] ?? null;
}

/** 23-1011 and 23-1012 share the minor group 23-1, 23-1011 and 23-2011 the major group 23. */
function closeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one.slice(0, 4) === other.slice(0, 4)) return 0.5;
  return one.slice(0, 2) === other.slice(0, 2) ? 0.25 : 0;
}

/** How many steps a seniority is short of another; 0 or less where it is enough. */
export function stepsShort(has: Seniority, asked: Seniority): number {
  return steps.indexOf(asked) - steps.indexOf(has);
}

function seniorityValue(has: Seniority | null, asked: Seniority | null): number | null {
  if (has === null || asked === null) return null;
  return 1 - Math.max(0, stepsShort(has, asked)) / (steps.length - 1);
}

function rateValue(rate: number | null, ceiling: number | null): number | null {
  if (rate === null || ceiling === null) return null;
  return Math.min(1, Math.max(0, 2 - rate / ceiling));
}

/** The share of the others that lie below, ties half; null where there are no others. */
function standing(value: number | null, ascending: Float64Array): number | null {
  if (value === null || ascending.length < 2) return null;
  const below = countBelow(ascending, (other) => other < value);
  const upTo = countBelow(ascending, (other) => other <= value);
  return (below + (upTo - below - 1) / 2) / (ascending.length - 1);
}

/** How many at the beginning hold; those that hold come first. */
function countBelow(ascending: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(ascending[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
