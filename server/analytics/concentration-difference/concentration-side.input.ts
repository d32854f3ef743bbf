import { Field, InputType, Int } from 'type-graphql';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { EarningFilter } from '../../market/earnings/earning.inputs.ts';

@InputType('ConcentrationSide', { description: 'One of two concentrations that are compared.' })
export class ConcentrationSide {
  @Field(() => String, { description: 'The slug of its dataset.' })
  dataset!: string;

  @Field(() => Measure, { description: 'What is shared out.' })
  measure!: Measure;

  @Field(() => EarningFilter, { nullable: true, description: 'Which earnings count.' })
  filter?: EarningFilter | null;

  @Field(() => Int, {
    nullable: true,
    description: 'As the data stood then; the newest when not given.',
  })
  release?: number | null;
}
