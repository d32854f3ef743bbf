import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';

/** A laboratory, platform, employer or publisher, or a group of them. */
@Entity({ tableName: 'organisation' })
export class Organisation {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'organisation_slug_key' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text[]' })
  roles!: string[];

  @Property({ type: 'boolean', default: false })
  aggregate!: boolean;

  @ManyToOne({ entity: () => Organisation, ...reference('organisation_parent_id_fkey'), nullable: true })
  parent!: Ref<Organisation> | null;

  @Property({ type: 'text', default: '' })
  note!: string;
}
