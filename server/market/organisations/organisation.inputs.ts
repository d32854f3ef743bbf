import { Field, InputType } from 'type-graphql';
import { OrganisationRole } from './organisation.enums.ts';

@InputType('OrganisationFilter', {
  description: 'Which organisations: all conditions hold, lists mean any-of.',
})
export class OrganisationFilter {
  @Field(() => [OrganisationRole], { nullable: true, description: 'That have at least one of these roles.' })
  role?: OrganisationRole[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only groups. False: only single organisations.',
  })
  aggregate?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Whose name holds this text.' })
  search?: string | null;
}
