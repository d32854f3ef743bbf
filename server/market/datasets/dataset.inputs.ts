import { Field, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { Allotment, DatasetKind, Measure } from './dataset.enums.ts';

@InputType('DatasetFilter', { description: 'Which datasets: all conditions hold, lists mean any-of.' })
export class DatasetFilter {
  @Field(() => [String], { nullable: true, description: 'With these slugs.' })
  dataset?: string[] | null;

  @Field(() => [DatasetKind], { nullable: true, description: 'Of these kinds.' })
  kind?: DatasetKind[] | null;

  @Field(() => [Allotment], {
    nullable: true,
    description: 'In which work was given out in one of these ways.',
  })
  allotment?: Allotment[] | null;

  @Field(() => [Measure], { nullable: true, description: 'That can be measured by at least one of these.' })
  measure?: Measure[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Those that were withdrawn too?' })
  retired!: boolean;
}

export enum DatasetOrderField {
  SLUG = 'SLUG',
  TITLE = 'TITLE',
  CREATED_AT = 'CREATED_AT',
}

export const DatasetOrder = orderInput('Dataset', DatasetOrderField, {
  SLUG: 'The slug.',
  TITLE: 'The English title.',
  CREATED_AT: 'When it was first imported here.',
});
export type DatasetOrder = InstanceType<typeof DatasetOrder>;
