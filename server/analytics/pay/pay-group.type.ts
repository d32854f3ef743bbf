import { Field, Int, ObjectType } from 'type-graphql';
import { CountryCodeScalar } from '../../graphql/scalars/index.ts';
import { PayGrouping, type PayRowGroup } from './pay-groups.ts';

@ObjectType('PayGroup', {
  description:
    'What the observations of a pay rate have in common: one of its fields says it, the others are null.',
})
export class PayGroupType {
  by!: PayGrouping;
  value!: number | string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country; null where none is stated.' })
  country!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year; null where none is stated.' })
  year!: number | null;

  /** The type of a group of rows. */
  static of({ by, value }: Pick<PayRowGroup, 'by' | 'value'>): PayGroupType {
    return Object.assign(new PayGroupType(), {
      by,
      value,
      country: by === PayGrouping.COUNTRY ? value : null,
      year: by === PayGrouping.YEAR && value !== null ? Number(value) : null,
    });
  }

  /** The row id of what the group has in common, where it is a thing of that kind. */
  idOf(by: PayGrouping): number | null {
    return this.by === by && typeof this.value === 'number' ? this.value : null;
  }
}
