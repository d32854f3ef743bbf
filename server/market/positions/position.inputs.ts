import { Field, InputType } from 'type-graphql';
import { OwnershipSide, PositionRole } from './position.enums.ts';

@InputType('OwnershipPositionFilter', {
  description: 'Which positions: all conditions hold, lists mean any-of.',
})
export class OwnershipPositionFilter {
  @Field(() => [OwnershipSide], { nullable: true, description: 'On these sides.' })
  side?: OwnershipSide[] | null;

  @Field(() => [PositionRole], { nullable: true, description: 'Taken in these roles.' })
  role?: PositionRole[] | null;

  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Taken in the disputes with these keys.' })
  dispute?: string[] | null;
}
