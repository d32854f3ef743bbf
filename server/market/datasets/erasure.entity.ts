import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Dataset } from './dataset.entity.ts';

/** Somebody was erased from a dataset: when, and how much went; never who. */
@Index({ name: 'erasure_dataset', properties: ['dataset'] })
@Entity({ tableName: 'erasure' })
export class Erasure {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @ManyToOne({ entity: () => Dataset, ...reference('erasure_dataset_id_fkey') })
  dataset!: Ref<Dataset>;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  erasedAt!: Date;

  /** The newest release then. */
  @Property({ type: 'integer' })
  release!: number;

  @Property({ type: 'integer' })
  rows!: number;

  @Property({ type: 'text', default: '' })
  reason!: string;
}
