import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import { SuppressionType } from '../../disclosure/index.ts';
import { reject } from '../../errors/tacit-error.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { Reliability } from '../../market/reliability.ts';
import { EstimateType } from '../estimate/estimate.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { KeyExpertType } from './key-expert.type.ts';

const longestList = 1000;

@ObjectType('KeyExperts', { description: 'The fewest contributors who together hold a share of a measure.' })
export class KeyExpertsType {
  readExperts!: (first: number) => Promise<KeyExpertType[]>;
  readCount!: () => Promise<number | null>;

  @Field(() => Int, { description: 'How many contributors there are: n.' })
  contributors!: number;

  @Field(() => Float, { description: 'The share that was asked for, above 0 and up to 1.' })
  share!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many contributors are enough to hold that share; null where suppressed.',
  })
  count(): Promise<number | null> {
    return this.readCount();
  }

  @Field(() => Int, {
    nullable: true,
    description: 'How many contributors are enough to hold half; null where suppressed.',
  })
  busFactor!: number | null;

  @Field(() => EstimateType, {
    description:
      'How sure that is: busFactor as a share of the contributors, with the interval in which the share of another such ledger would lie.',
  })
  halfShare!: EstimateType;

  @Field(() => Reliability, { description: 'LOW below 30 contributors, MEDIUM below 100, else HIGH.' })
  reliability!: Reliability;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of the measure AMOUNT; null for other measures and where there is no money.',
  })
  currency!: string | null;

  @Field(() => SuppressionType, {
    nullable: true,
    description: 'Why the numbers are not given; null when they are.',
  })
  suppression!: SuppressionType | null;

  @Field(() => SuppressionType, {
    nullable: true,
    description:
      'Why the experts are not listed; on protected data they never are, as each would be one person.',
  })
  expertsSuppression!: SuppressionType | null;

  @Field(() => ProvenanceType, { description: 'Where the numbers come from.' })
  provenance!: ProvenanceType;

  @Cost({ size: { argument: 'first', most: longestList } })
  @Field(() => [KeyExpertType], {
    description:
      'Those contributors, the largest total first; count says how many there are. Empty where suppressed.',
  })
  async experts(
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 100,
      description: `How many at most, 1 to ${longestList}.`,
    })
    first: number | null,
  ): Promise<KeyExpertType[]> {
    const size = first ?? 100;
    if (size < 1 || size > longestList) {
      reject('BAD_USER_INPUT', `first must be from 1 to ${longestList}, not ${size}.`);
    }
    return this.expertsSuppression === null ? this.readExperts(size) : [];
  }
}
