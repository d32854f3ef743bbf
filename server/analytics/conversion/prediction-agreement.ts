import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  reliability,
  seededRandom,
  spearmanCorrelation,
  spearmanInterval,
  type Interval,
} from '../../statistics/index.ts';
import { allPredictions, type Exposure, type Prediction } from './prediction.ts';
import { allStages, type Stage } from '../../market/professions/stage.ts';

/** How far a prediction agrees with what is observed. */
export interface PredictionAgreement {
  prediction: Prediction;
  /** The occupations that it speaks of. */
  n: number;
  /** Spearman's ρ with the stage, −1 to 1; null where one of the two does not vary. */
  correlation: number | null;
  /** Its 95 % interval, computed when asked for; null where there is no value or n is below 30. */
  interval: () => Interval | null;
}

const seed = 20230317;
const remembered = new LRUCache<string, Interval>({ max: 100 });

/** Each prediction against the stages of the occupations that it speaks of. */
export function predictionAgreements(
  occupations: readonly { professionId: number; stage: Stage }[],
  exposures: readonly Exposure[],
): PredictionAgreement[] {
  const exposureOf = new Map(exposures.map((one) => [one.professionId, one]));
  return allPredictions.map((prediction) => {
    const predicted: number[] = [];
    const observed: number[] = [];
    for (const { professionId, stage } of occupations) {
      const value = exposureOf.get(professionId)?.[prediction] ?? null;
      if (value === null) continue;
      predicted.push(value);
      observed.push(allStages.indexOf(stage));
    }
    const n = predicted.length;
    const correlation = n === 0 ? null : spearmanCorrelation(predicted, observed);
    const bears = correlation !== null && reliability(n) !== 'LOW';
    return { prediction, n, correlation, interval: () => (bears ? intervalOf(predicted, observed) : null) };
  });
}

/** The interval of these very numbers, computed once: the bootstrap is what costs here. */
function intervalOf(predicted: number[], observed: number[]): Interval {
  const key = createHash('sha256')
    .update(JSON.stringify([predicted, observed]))
    .digest('base64');
  const known = remembered.get(key);
  if (known) return known;
  const interval = spearmanInterval(predicted, observed, { random: seededRandom(seed) });
  remembered.set(key, interval);
  return interval;
}
