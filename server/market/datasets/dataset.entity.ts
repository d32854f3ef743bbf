import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { reference } from '../reference.ts';
import { Source } from '../sources/source.entity.ts';

/** A body of numbers of one origin. */
@Entity({ tableName: 'dataset' })
export class Dataset {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'dataset_slug_key' })
  slug!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  titleFr!: string;

  @Property({ type: 'text', default: '' })
  aboutEn!: string;

  @Property({ type: 'text', default: '' })
  aboutFr!: string;

  @Property({ type: 'text', nullable: true })
  unitEn!: string | null;

  @Property({ type: 'text', nullable: true })
  unitFr!: string | null;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text', nullable: true })
  allotment!: string | null;

  @Property({ type: 'boolean', default: true })
  protected!: boolean;

  @Property({ type: 'text[]', defaultRaw: `'{}'` })
  measures!: string[];

  @Property({ type: 'text', nullable: true })
  licence!: string | null;

  @Property({ type: 'text', nullable: true })
  citation!: string | null;

  @ManyToOne({ entity: () => Source, ...reference('dataset_source_id_fkey'), nullable: true })
  source!: Ref<Source> | null;

  @Property({ type: 'integer', default: 0 })
  version!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  @Property({ type: 'integer', default: 0 })
  alterations!: number;
}
