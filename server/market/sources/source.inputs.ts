import { Field, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { Reliability } from '../reliability.ts';
import { SourceKind } from './source.enums.ts';

@InputType('SourceFilter', { description: 'Which sources: all conditions hold, lists mean any-of.' })
export class SourceFilter {
  @Field(() => [SourceKind], { nullable: true, description: 'Of these kinds.' })
  kind?: SourceKind[] | null;

  @Field(() => [Reliability], { nullable: true, description: 'Of these reliabilities.' })
  reliability?: Reliability[] | null;

  @Field(() => [String], { nullable: true, description: 'In these languages, by BCP 47 tag.' })
  language?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Whose title or publisher holds this text.' })
  search?: string | null;
}

export enum SourceOrderField {
  PUBLISHED_ON = 'PUBLISHED_ON',
  TITLE = 'TITLE',
  PUBLISHER = 'PUBLISHER',
}

export const SourceOrder = orderInput('Source', SourceOrderField, {
  PUBLISHED_ON: 'The date of publication.',
  TITLE: 'The title.',
  PUBLISHER: 'The publisher.',
});
export type SourceOrder = InstanceType<typeof SourceOrder>;
