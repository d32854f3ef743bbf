import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('CostlyField', { description: 'A list of an operation, and what its rows may cost.' })
export class CostlyFieldType {
  @Field(() => String, { description: 'Where it stands in the operation, such as "experts.nodes.earnings".' })
  path!: string;

  @Field(() => Int, { description: 'Points of all its rows and of what is asked of them.' })
  points!: number;

  @Field(() => String, {
    description: 'The argument that sets how many it gives, such as "first" or "points".',
  })
  argument!: string;

  @Field(() => Int, { description: 'How many are asked for.' })
  pageSize!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The largest smaller page size with which the operation would fit; null where it fits as it is, or no size would do.',
  })
  fittingPageSize!: number | null;
}

@ObjectType('CostEstimate', {
  description: 'What an operation may cost, counted from the document and its variables without running it.',
})
export class CostEstimateType {
  @Field(() => Int, { description: 'The most points that it can cost: extensions.cost.requested.' })
  requested!: number;

  @Field(() => Int, { description: 'The points that one request may cost.' })
  limit!: number;

  @Field(() => Boolean, { description: 'May it be run, given enough points in this minute?' })
  fits!: boolean;

  @Field(() => Int, { description: 'How many of it one may run in a minute.' })
  perMinute!: number;

  @Field(() => [CostlyFieldType], { description: 'Its lists, the costliest first.' })
  fields!: CostlyFieldType[];
}
