import { Field, Int, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { DateTimeScalar } from '../../graphql/scalars/index.ts';

@ObjectType('Release', {
  implements: Node,
  description: 'One numbered state of a dataset: append-only, corrections are reversing entries.',
})
export class ReleaseType extends Node {
  static readonly table = 'release';
  rowId!: number;
  datasetId!: number;

  @Field(() => Int, { description: 'Its number in the dataset, from 1.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was published here.' })
  publishedAt!: Date;

  @Field(() => String, {
    description:
      'sha256: and hexadecimal digits. Of a ledger: the hash of the file it came from. Of the public record: the hash of the names and hashes of its files, one a line.',
  })
  checksum!: string;

  @Field(() => String, { description: 'What changed in it.' })
  note!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When a person was last erased from it, so that its totals moved; null while it is as published.',
  })
  alteredAt!: Date | null;

  // What callers are told of these, disclosure control decides.
  rowsAdded!: number;
  rowsReversed!: number;
  contributors!: number;

  /** The type of a row. */
  static of(row: Row<'release'>): ReleaseType {
    return fill(new ReleaseType(), {
      rowId: row.id,
      datasetId: row.dataset_id,
      id: nodeId('Release', row.id),
      number: row.number,
      publishedAt: row.published_at,
      checksum: row.checksum,
      note: row.note,
      alteredAt: row.altered_at,
      rowsAdded: row.rows_added,
      rowsReversed: row.rows_reversed,
      contributors: row.contributors,
    });
  }
}

export const ReleaseConnection = connectionType('Release', () => ReleaseType);
