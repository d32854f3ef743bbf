import { registerEnumType } from 'type-graphql';
import { Verdict } from './verdict.ts';

registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'What a test says of a claim, and what its tests say together.',
  valuesConfig: {
    SUPPORTED: {
      description:
        'A test: wholly on the side of the claim. A claim: at least three tests, 80 % of them supporting.',
    },
    CONTRADICTED: {
      description:
        'A test: wholly on the other side. A claim: at least three tests, 80 % of them contradicting.',
    },
    INCONCLUSIVE: { description: 'A test whose interval takes in the threshold, or that has no interval.' },
    MIXED: {
      description: 'A claim that is tested, but by fewer than three tests, or fewer than 80 % of them agree.',
    },
    UNTESTABLE: { description: 'A claim that no dataset can test; the reason says why.' },
  },
});

export { Verdict };
