import type { Measure, Named } from '../api/common.ts';
import type { Backgrounds, Seniority } from '../api/experts.ts';
import type { MatchCriterion, Requirements } from '../api/match.ts';
import { countryCode, slug, type Address } from './address.ts';

export const usualLedger = 'self-dialogue';

export const priorities = [
  'balance',
  'profession',
  'rate',
  'improvement',
  'availability',
  'seniority',
] as const;
export type Priority = (typeof priorities)[number];

const seniorities = ['JUNIOR', 'MID', 'SENIOR', 'PRINCIPAL'] as const;

/** What a project needs, as the address says it. */
export interface MatchState {
  ledger: string;
  /** A name or a SOC code, as typed. */
  profession: string | undefined;
  seniority: Seniority | undefined;
  sector: string | undefined;
  country: string | undefined;
  rate: string | undefined;
  priority: Priority;
}

/** What the ledger and the list of professions make of it. */
export interface Found {
  professions: { socCode: string; title: string }[];
  currency: string | null;
  has: Backgrounds;
  sectors: Named[];
}

/** What matters most counts as much as all else that is usual taken together. */
const heavy = 9;

/** Reads what a project needs; a rate is a plain number above 0. */
export function readMatchState(address: Address): MatchState {
  return {
    ledger: address.text('ledger', slug, usualLedger),
    profession: address.text('profession', /^[\p{L}\d][\p{L}\d ’'(),/-]{1,79}$/u),
    seniority: address.one('seniority', seniorities),
    sector: address.text('sector', slug),
    country: address.text('country', countryCode),
    rate: address.text('rate', /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,2})?$/),
    priority: address.one('priority', priorities, 'balance'),
  };
}

/** What the API is asked; `asks` is false where nothing is said that can be compared. */
export function requirementsOf(
  state: MatchState,
  { professions, currency }: Found,
  measures: readonly Measure[],
): {
  requirements: Requirements;
  profession: Found['professions'][number] | undefined;
  asks: boolean;
} {
  const profession = nearest(professions, state.profession);
  const asked: Requirements = {
    ...(profession ? { profession: [profession.socCode] } : {}),
    ...(state.sector ? { sector: [state.sector] } : {}),
    ...(state.seniority ? { seniority: state.seniority } : {}),
    ...(state.country ? { country: [state.country] } : {}),
    ...(state.rate && currency ? { rateCeiling: { amount: state.rate, currency } } : {}),
  };
  const first = criterionOf(state.priority, asked, measures);
  return {
    requirements: first ? { ...asked, weights: [{ criterion: first, weight: heavy }] } : asked,
    profession,
    asks: Object.keys(asked).length > 0 || first !== undefined,
  };
}

/** The profession of that very name, or else the one with the shortest title that holds it. */
function nearest(professions: Found['professions'], typed: string | undefined) {
  const exact = professions.find(({ title }) => title.toLowerCase() === typed?.toLowerCase());
  return exact ?? professions.toSorted((a, b) => a.title.length - b.title.length)[0];
}

/** What a priority weighs, where there is anything to weigh. */
function criterionOf(
  priority: Priority,
  asked: Requirements,
  measures: readonly Measure[],
): MatchCriterion | undefined {
  switch (priority) {
    case 'balance':
      return undefined;
    case 'profession':
      return asked.profession && 'PROFESSION';
    case 'rate':
      return asked.rateCeiling && 'RATE';
    case 'seniority':
      return asked.seniority && 'SENIORITY';
    case 'improvement':
      return measures.includes('IMPROVEMENT') && measures.includes('HOURS') ? 'IMPROVEMENT' : undefined;
    case 'availability':
      return 'AVAILABILITY';
    default:
      return priority satisfies never;
  }
}
