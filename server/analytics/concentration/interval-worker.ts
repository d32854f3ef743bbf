import {
  concentrationDifference,
  concentrationIntervals,
  type ComparedSide,
  type ConcentrationDifference,
  type ConcentrationIntervals,
  type Contributors,
  type DifferenceOptions,
  type IntervalOptions,
} from '../../statistics/index.ts';

/** What a thread is asked: the intervals of one distribution, for each of some sets of options. */
export interface IntervalTask {
  people: Contributors;
  asked: readonly IntervalOptions[];
}

/** Runs in a thread of its own: a bootstrap takes up to half a second, in which a server must answer others. */
export function intervalsOf({ people, asked }: IntervalTask): (ConcentrationIntervals | null)[] {
  return asked.map((options) => concentrationIntervals(people, options));
}

/** What a thread is asked of two distributions. */
export interface DifferenceTask {
  first: ComparedSide;
  second: ComparedSide;
  options: DifferenceOptions;
}

/** The same of a difference. */
export function differencesOf({ first, second, options }: DifferenceTask): ConcentrationDifference {
  return concentrationDifference(first, second, options);
}
