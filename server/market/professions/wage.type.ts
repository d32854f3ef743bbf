import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { fill } from '../../graphql/node.ts';
import type { Row } from '../../graphql/row-type.ts';

export enum WageBasis {
  HOURLY_AND_ANNUAL = 'HOURLY_AND_ANNUAL',
  ANNUAL_ONLY = 'ANNUAL_ONLY',
  HOURLY_ONLY = 'HOURLY_ONLY',
}

registerEnumType(WageBasis, {
  name: 'WageBasis',
  description: 'Which wages the Bureau of Labor Statistics publishes for an occupation.',
  valuesConfig: {
    HOURLY_AND_ANNUAL: { description: 'Both.' },
    ANNUAL_ONLY: { description: 'Annual only; hourly values are annual ÷ 2 080 where given.' },
    HOURLY_ONLY: { description: 'Hourly only: most do not work the whole year.' },
  },
});

@ObjectType('Wage', {
  description: 'What an occupation earned in the United States in May of a year (BLS OEWS), in US dollars.',
})
export class WageType {
  sourceId!: number;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { nullable: true, description: 'Persons employed, the self-employed left out.' })
  employment!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean hourly wage, USD.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: '10th percentile of the hourly wage, USD.' })
  p10!: number | null;

  @Field(() => Float, { nullable: true, description: '25th percentile of the hourly wage, USD.' })
  p25!: number | null;

  @Field(() => Float, { nullable: true, description: 'Median hourly wage, USD.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: '75th percentile of the hourly wage, USD.' })
  p75!: number | null;

  @Field(() => Float, { nullable: true, description: '90th percentile of the hourly wage, USD.' })
  p90!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean annual wage, USD.' })
  meanAnnual!: number | null;

  @Field(() => Float, { nullable: true, description: 'Median annual wage, USD.' })
  medianAnnual!: number | null;

  @Field(() => Boolean, {
    description:
      'Is a percentile above what is published? Then it is a lower bound, and what is derived from it says ≥.',
  })
  topCoded!: boolean;

  @Field(() => WageBasis, { description: 'Which wages are published for it.' })
  basis!: WageBasis;

  /** The type of a row. */
  static of(row: Row<'profession_wage'>): WageType {
    return fill(new WageType(), {
      sourceId: row.source_id,
      year: row.year,
      employment: row.employment,
      mean: row.mean_hourly,
      p10: row.p10_hourly,
      p25: row.p25_hourly,
      median: row.median_hourly,
      p75: row.p75_hourly,
      p90: row.p90_hourly,
      meanAnnual: row.mean_annual,
      medianAnnual: row.median_annual,
      topCoded: row.top_coded,
      basis: row.basis as WageBasis,
    });
  }
}
