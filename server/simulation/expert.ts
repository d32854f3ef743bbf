import { uniform } from '../statistics/index.ts';
import {
  countries,
  employerWeights,
  formerEmployersOf,
  seniorities,
  type FormerEmployer,
  type Seniority,
} from './backgrounds.ts';
import type { CalibratedProfession } from './calibration.ts';
import { normal, pick, randomOf, stream } from './draws.ts';
import type { SimulatedMarket } from './market.ts';

export interface SimulatedExpert {
  pseudonym: string;
  profession: CalibratedProfession;
  seniority: Seniority;
  country: string;
  formerEmployer: FormerEmployer;
  /** US dollars an hour. */
  rate: number;
  /** How much more a piece of this expert's improves a model than the average expert's. */
  skill: number;
}

/**
 * The expert of that number. The rate is log-normal around the profession's offered median; seniority and country follow
 * the rate's standing among its like, so that they explain pay without moving the median away from the published one.
 */
export function expertAt(market: SimulatedMarket, index: number): SimulatedExpert {
  const { parameters, professions, professionWeights } = market;
  const random = randomOf(parameters.seed, stream.expert, index);
  const profession = professions[pick(random, professionWeights)]!;
  const standing = normal(random);
  const experience = 0.6 * standing + 0.8 * normal(random);
  const employers = formerEmployersOf(profession.sector);
  return {
    pseudonym: `SIMULATED-${parameters.seed}-${String(index + 1).padStart(7, '0')}`,
    profession,
    seniority: seniorities.find(({ below }) => experience < below)!.seniority,
    country: countryOf(uniform(random), standing),
    formerEmployer: employers[pick(random, employerWeights)]!,
    rate: Math.max(1, profession.medianRate * Math.exp(profession.spread * standing)),
    skill: Math.exp(0.9 * (0.3 * experience + 0.954 * normal(random)) - 0.405),
  };
}

function countryOf(at: number, standing: number): string {
  const weights = countries.map(({ share, tilt }) => share * Math.exp(tilt * standing));
  let left = at * weights.reduce((sum, weight) => sum + weight, 0);
  return (countries.find((_, place) => (left -= weights[place]!) < 0) ?? countries[0]).code;
}
