import { registerEnumType } from 'type-graphql';
import { Stage } from './stage.ts';

registerEnumType(Stage, {
  name: 'Stage',
  description:
    'How far the conversion of a profession into training data has come: the highest stage whose rule its published evidence meets. Ordinal.',
  valuesConfig: {
    UNTOUCHED: { description: 'No evidence.' },
    RECRUITED: { description: 'At least one published paid observation names it.' },
    MEASURED: { description: 'At least one expert-built benchmark covers it.' },
    CONVERTING: {
      description:
        'At least two platforms recruit it, by name and brands of one owner counted once, and a benchmark covers it.',
    },
    CONTESTED: {
      description:
        'As CONVERTING, and a published evaluation has a model at or above the experts on one of those benchmarks.',
    },
  },
});

export { Stage };
