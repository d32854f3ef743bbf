import { Field, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { CountryCodeScalar } from '../../graphql/scalars/index.ts';
import { FormerEmployer, Seniority } from './expert.enums.ts';

@ObjectType('Expert', {
  implements: Node,
  description:
    'One contributor of one ledger, under a pseudonym of that ledger; never followed from one to another.',
})
export class ExpertType extends Node {
  static readonly table = 'expert';
  static readonly personal = true;
  rowId!: number;
  datasetId!: number;
  professionId!: number | null;

  @Field(() => String, { description: 'The pseudonym.' })
  pseudonym!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country, when the ledger tells.' })
  country!: string | null;

  @Field(() => Seniority, { nullable: true, description: 'The seniority, when the ledger tells.' })
  seniority!: Seniority | null;

  @Field(() => FormerEmployer, {
    nullable: true,
    description: 'The kind of former employer, when the ledger tells.',
  })
  formerEmployer!: FormerEmployer | null;

  /** The type of a row. */
  static of(row: Row<'expert'>): ExpertType {
    return fill(new ExpertType(), {
      rowId: row.id,
      datasetId: row.dataset_id,
      professionId: row.profession_id,
      id: nodeId('Expert', row.id),
      pseudonym: row.pseudonym,
      country: row.country,
      seniority: row.seniority as Seniority | null,
      formerEmployer: row.former_employer as FormerEmployer | null,
    });
  }
}

export const ExpertConnection = connectionType('Expert', () => ExpertType);
