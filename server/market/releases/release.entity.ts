import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Dataset } from '../datasets/dataset.entity.ts';

/** One numbered state of a dataset. */
@Unique({ name: 'release_dataset_id_number_key', properties: ['dataset', 'number'] })
@Entity({ tableName: 'release' })
export class Release {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @ManyToOne({ entity: () => Dataset, ...reference('release_dataset_id_fkey') })
  dataset!: Ref<Dataset>;

  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  publishedAt!: Date;

  @Property({ type: 'text' })
  checksum!: string;

  @Property({ type: 'text', default: '' })
  note!: string;

  @Property({ type: 'integer' })
  rowsAdded!: number;

  @Property({ type: 'integer' })
  rowsReversed!: number;

  @Property({ type: 'integer' })
  contributors!: number;

  @Property({ type: 'timestamptz', nullable: true })
  alteredAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  reading!: string | null;
}
