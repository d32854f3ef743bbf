import {
  concentrationIntervals,
  type ConcentrationIntervals,
  type Contributors,
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
