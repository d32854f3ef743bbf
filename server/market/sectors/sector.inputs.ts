import { Field, InputType } from 'type-graphql';

@InputType('SectorFilter', { description: 'Which sectors: all conditions hold, lists mean any-of.' })
export class SectorFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only the sectors that all data share. False: only ledgers' own kinds of work.",
  })
  shared?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'With these slugs.' })
  slug?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The own kinds of work of the ledgers with these slugs.',
  })
  dataset?: string[] | null;
}
