import { registerEnumType } from 'type-graphql';
import type { Interval } from '../../statistics/index.ts';

/** What a difference with its interval says. */
export enum DifferenceVerdict {
  HIGHER = 'HIGHER',
  LOWER = 'LOWER',
  INDISTINGUISHABLE = 'INDISTINGUISHABLE',
}

registerEnumType(DifferenceVerdict, {
  name: 'DifferenceVerdict',
  description: 'What the interval of a difference says of two concentrations.',
  valuesConfig: {
    HIGHER: {
      description: 'The first is more concentrated, beyond chance: the interval lies wholly above 0.',
    },
    LOWER: {
      description: 'The first is less concentrated, beyond chance: the interval lies wholly below 0.',
    },
    INDISTINGUISHABLE: {
      description: 'The interval takes in 0: no difference that these data can tell.',
    },
  },
});

/** The verdict of an interval; null without one. */
export function verdictOf(interval: Interval | null): DifferenceVerdict | null {
  if (interval === null) return null;
  if (interval.low > 0) return DifferenceVerdict.HIGHER;
  return interval.high < 0 ? DifferenceVerdict.LOWER : DifferenceVerdict.INDISTINGUISHABLE;
}
