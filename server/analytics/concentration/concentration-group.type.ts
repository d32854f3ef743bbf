import { Field, ObjectType } from 'type-graphql';
import { EarningGroup, type GroupIdentity } from '../earning-filter/index.ts';
import { ConcentrationType } from './concentration.type.ts';

@ObjectType('ConcentrationGroup', {
  implements: EarningGroup,
  description: 'The concentration within one sector, project, profession, quarter or year.',
})
export class ConcentrationGroupType extends EarningGroup {
  @Field(() => ConcentrationType, { description: 'How unevenly the measure is shared out within the group.' })
  concentration!: ConcentrationType;

  /** The type of one group. */
  static of(group: GroupIdentity, concentration: ConcentrationType): ConcentrationGroupType {
    return Object.assign(new ConcentrationGroupType(), { group, concentration });
  }
}
