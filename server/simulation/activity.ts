import { normalQuantile } from '../statistics/index.ts';
import type { CalibratedProfession } from './calibration.ts';
import { normal, randomOf, stream } from './draws.ts';
import type { SimulationParameters } from './parameters.ts';

/** Nobody works more than this many times the mean: a person has only so many hours. */
export const mostTimesMean = 25;

/**
 * How unequally the work is taken up: experts' appetites are log-normal, cut off at the top, with the spread that gives
 * the top tenth the share of the money that is asked for.
 */
export interface Activity {
  spread: number;
  /** Sum of all experts' weights. */
  weight: number;
}

const sampled = 4000;
const widest = 3;

/** The activity of a market; two passes over the experts' draws instead of a list of them. */
export function activityOf(
  parameters: Pick<SimulationParameters, 'seed' | 'experts' | 'earnings' | 'topShare'>,
  professions: readonly CalibratedProfession[],
): Activity {
  const { experts, earnings, topShare, seed } = parameters;
  const spread = activitySpread(professions, earnings / experts, topShare);
  let weight = 0;
  for (let index = 0; index < experts; index++) weight += appetite(seed, index, spread);
  return { spread, weight };
}

/** How much of the work an expert takes, in relation to the others. */
export function appetite(seed: number, index: number, spread: number): number {
  return cut(Math.exp(spread * normal(randomOf(seed, stream.activity, index))), spread);
}

function cut(weight: number, spread: number): number {
  return Math.min(weight, mostTimesMean * Math.exp(spread ** 2 / 2));
}

/**
 * The spread at which the top tenth of a sample of 4 000 experts holds the share of money, by bisection. With few
 * earnings each the share may be out of reach, since each expert has one: then the widest.
 */
function activitySpread(
  professions: readonly CalibratedProfession[],
  earningsEach: number,
  topShare: number,
): number {
  const rates = sampleRates(professions);
  let low = 0;
  let high = widest;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (expectedTopShare(rates, earningsEach, middle) < topShare) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function expectedTopShare(rates: readonly number[], earningsEach: number, spread: number): number {
  const weights = rates.map((_, at) => cut(Math.exp(spread * normalQuantile((at + 0.5) / sampled)), spread));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / sampled;
  const totals = weights
    .map((weight, at) => (1 + (earningsEach - 1) * (weight / mean)) * rates[at]!)
    .sort((a, b) => b - a);
  const all = totals.reduce((sum, total) => sum + total, 0);
  return totals.slice(0, sampled / 10).reduce((sum, total) => sum + total, 0) / all;
}

/** Rates of 4 000 experts, in an order that has nothing to do with their size. */
function sampleRates(professions: readonly CalibratedProfession[]): number[] {
  return Array.from({ length: sampled }, (_, at) => {
    const random = randomOf(0, stream.market, at);
    let left = random() / 2 ** 32;
    const profession = professions.find(({ weight }) => (left -= weight) < 0) ?? professions.at(-1)!;
    return profession.medianRate * Math.exp(profession.spread * normal(random));
  });
}
