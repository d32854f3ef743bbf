import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Dataset } from '../datasets/dataset.entity.ts';

/** A field of expert work, shared or a ledger's own. */
@Entity({ tableName: 'sector' })
export class Sector {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'sector_slug_key' })
  slug!: string;

  @ManyToOne({ entity: () => Dataset, ...reference('sector_dataset_id_fkey'), nullable: true })
  dataset!: Ref<Dataset> | null;

  @Property({ type: 'text' })
  nameEn!: string;

  @Property({ type: 'text' })
  nameFr!: string;

  @Property({ type: 'integer', default: 0 })
  position!: number;
}
