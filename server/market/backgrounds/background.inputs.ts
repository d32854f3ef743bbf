import { Field, InputType } from 'type-graphql';
import { FormerEmployer } from '../experts/expert.enums.ts';
import { BackgroundKind } from './background.enums.ts';

@InputType('BackgroundFilter', { description: 'Which backgrounds: all conditions hold, lists mean any-of.' })
export class BackgroundFilter {
  @Field(() => [BackgroundKind], { nullable: true, description: 'Of these kinds.' })
  kind?: BackgroundKind[] | null;

  @Field(() => [FormerEmployer], { nullable: true, description: 'With these kinds of former employer.' })
  formerEmployer?: FormerEmployer[] | null;

  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'That name the employers with these slugs.' })
  employer?: string[] | null;
}
