import { Field, ID, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';

@InputType('MarketFactFilter', { description: 'Which market facts: all conditions hold, lists mean any-of.' })
export class MarketFactFilter {
  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'About the organisations with these slugs.' })
  organisation?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About the projects with these ids.' })
  project?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of these metrics.' })
  metric?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In these units.' })
  unit?: string[] | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'As of then on. Dates are compared as far as they are known: a row that says only 2025 passes from 2025, and not from 2025-01 or any later. Rows without a date are left out.',
  })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Up to the end of that year, month or day. A row that says only 2025 passes any date in that year. Rows without a date are left out.',
  })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose subject or metric holds this text.' })
  search?: string | null;
}

export enum MarketFactOrderField {
  AS_OF = 'AS_OF',
  VALUE = 'VALUE',
  KEY = 'KEY',
}

export const MarketFactOrder = orderInput('MarketFact', MarketFactOrderField, {
  AS_OF: 'When it was so.',
  VALUE: 'The number, units side by side.',
  KEY: 'The key in the published data.',
});
export type MarketFactOrder = InstanceType<typeof MarketFactOrder>;
