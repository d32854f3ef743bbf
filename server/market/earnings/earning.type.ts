import { Field, Float, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { DateScalar } from '../../graphql/scalars/index.ts';
import { MoneyType } from '../money.ts';

@ObjectType('Earning', {
  implements: Node,
  description: 'One entry of a ledger: what an expert contributed to a project, when, and what it earned.',
})
export class EarningType extends Node {
  static readonly table = 'earning';
  datasetId!: number;
  expertId!: number;
  projectId!: number;
  sectorId!: number;
  professionId!: number;
  releaseId!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day known of the work; null where the ledger has no dates.',
  })
  period!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The money earned; null where the ledger has none.',
  })
  amount!: MoneyType | null;

  @Field(() => Float, { nullable: true, description: 'Hours of work; null where the ledger has none.' })
  hours!: number | null;

  @Field(() => Float, { description: 'Accepted pieces of work; 1 where the ledger does not count them.' })
  units!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The project's score of improvement; null where it has none.",
  })
  improvement!: number | null;

  @Field(() => Boolean, { description: 'Does it reverse an earlier entry? Then its values are negative.' })
  reversal!: boolean;

  /** The type of a row. */
  static of(row: Row<'earning'>): EarningType {
    return fill(new EarningType(), {
      datasetId: row.dataset_id,
      expertId: row.expert_id,
      projectId: row.project_id,
      sectorId: row.sector_id,
      professionId: row.profession_id,
      releaseId: row.release_id,
      id: nodeId('Earning', `${row.expert_id}.${row.period}.${row.id}`),
      period: row.quarter === 0 ? null : row.period,
      amount: MoneyType.ofMinor(row.amount_minor, row.currency),
      hours: row.hours,
      units: row.units,
      improvement: row.improvement,
      reversal: row.reversal,
    });
  }
}

export const EarningConnection = connectionType('Earning', () => EarningType);
