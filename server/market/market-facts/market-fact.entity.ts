import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** One published number about the market. */
@Entity({ tableName: 'market_fact' })
export class MarketFact {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'market_fact_key_key' })
  key!: string;

  @ManyToOne({
    entity: () => Source,
    ...reference('market_fact_source_id_fkey'),
    index: 'market_fact_source',
  })
  source!: Ref<Source>;

  @Property({ type: 'text' })
  subject!: string;

  @ManyToOne({
    entity: () => Organisation,
    ...reference('market_fact_organisation_id_fkey'),
    index: 'market_fact_organisation',
    nullable: true,
  })
  organisation!: Ref<Organisation> | null;

  @ManyToOne({ entity: () => Project, ...reference('market_fact_project_id_fkey'), nullable: true })
  project!: Ref<Project> | null;

  @Property({ type: 'text' })
  metric!: string;

  @Property({ type: 'double' })
  value!: number;

  @Property({ type: 'text' })
  unit!: string;

  @Property({ type: 'text', nullable: true })
  asOf!: string | null;

  @Property({ type: 'text', default: '' })
  note!: string;
}
