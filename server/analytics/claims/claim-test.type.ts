import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { Allotment, Measure } from '../../market/datasets/dataset.enums.ts';
import { Reliability } from '../../market/reliability.ts';
import type { Interval } from '../../statistics/index.ts';
import { IntervalType } from '../estimate/estimate.type.ts';
import type { ClaimFinding } from './claim-findings.ts';
import { Verdict } from './verdict.enum.ts';

@ObjectType('ClaimTest', {
  description:
    'One test of a claim: a statistic of one dataset or source, against the threshold of the claim.',
})
export class ClaimTestType {
  finding!: ClaimFinding;

  @Field(() => Measure, {
    nullable: true,
    description: 'What was measured in a ledger; null in published facts.',
  })
  measure!: Measure | null;

  @Field(() => Allotment, {
    nullable: true,
    description: 'How work was given out in the ledger; null in published facts.',
  })
  allotment!: Allotment | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of contributors that the statistic is about, 0 to 1; null for other statistics.',
  })
  fraction!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The statistic, in the unit; null where there are no data.',
  })
  value!: number | null;

  @Field(() => IntervalType, {
    nullable: true,
    description: 'Its 95 % interval; null below 30 contributors, and for published facts.',
  })
  interval!: Interval | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What the claim says the statistic is above, or reaches; null for a figure shown for context.',
  })
  threshold!: number | null;

  @Field(() => Int, { description: 'How many contributors, observations or occupations it rests on.' })
  n!: number;

  @Field(() => Reliability, { description: 'How far the statistic, or its source, can be relied on.' })
  reliability!: Reliability;

  @Field(() => Verdict, {
    nullable: true,
    description:
      'SUPPORTED, CONTRADICTED or INCONCLUSIVE; null for a figure that is shown for context and tests nothing.',
  })
  verdict!: Verdict | null;

  @Field(() => Boolean, {
    description:
      'Is it a control: a ledger in which work was capped or assigned, so that the outcome was fixed beforehand?',
  })
  control!: boolean;

  @Field(() => Boolean, { description: 'Does it count in the verdict on the claim?' })
  decisive!: boolean;

  @Field(() => String, { description: 'What the statistic is.' })
  statistic(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.finding.statistic.en, this.finding.statistic.fr);
  }

  @Field(() => String, { description: 'The unit of value, interval and threshold; a share is 0 to 1.' })
  unit(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.finding.unit.en, this.finding.unit.fr);
  }

  /** The type of what a test found. */
  static of(finding: ClaimFinding): ClaimTestType {
    const {
      measure,
      allotment,
      fraction,
      value,
      interval,
      threshold,
      n,
      reliability,
      verdict,
      control,
      decisive,
    } = finding;
    return Object.assign(new ClaimTestType(), {
      finding,
      measure,
      allotment,
      fraction,
      value,
      interval,
      threshold,
      n,
      reliability,
      verdict,
      control,
      decisive,
    });
  }
}
