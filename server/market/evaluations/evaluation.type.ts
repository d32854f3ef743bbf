import { Field, Float, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';

@ObjectType('Evaluation', {
  implements: Node,
  description: "One published score of a model on an experts' benchmark.",
})
export class EvaluationType extends Node {
  static readonly table = 'evaluation';
  projectId!: number;
  sourceId!: number;

  @Field(() => String, { description: 'Its key in the published data.' })
  key!: string;

  @Field(() => String, { description: 'The model, as the source names it.' })
  model!: string;

  @Field(() => String, { description: 'What was measured, such as win_or_tie_rate or accuracy.' })
  metric!: string;

  @Field(() => Float, { description: "The model's score." })
  score!: number;

  @Field(() => Float, { nullable: true, description: "The experts' own score, when it is published." })
  expertScore!: number | null;

  @Field(() => String, { description: 'The unit of both scores, such as percent.' })
  unit!: string;

  @Field(() => Boolean, {
    description:
      "Is the model at or above expert parity: win or tie at least 50 %, or a score of at least the experts'?",
  })
  atOrAboveExpertParity!: boolean;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was published.' })
  publishedOn!: string | null;

  @Field(() => String, { description: 'What else to know of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'evaluation'>): EvaluationType {
    return fill(new EvaluationType(), {
      projectId: row.project_id,
      sourceId: row.source_id,
      id: nodeId('Evaluation', row.id),
      key: row.key,
      model: row.model,
      metric: row.metric,
      score: row.score,
      expertScore: row.expert_score,
      unit: row.unit,
      atOrAboveExpertParity: row.at_or_above_expert_parity,
      publishedOn: row.published_on,
      note: row.note,
    });
  }
}

export const EvaluationConnection = connectionType('Evaluation', () => EvaluationType);
