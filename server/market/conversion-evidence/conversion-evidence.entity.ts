import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Profession } from '../professions/profession.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** One published sign that a profession is being turned into data. */
@Entity({ tableName: 'conversion_evidence' })
export class ConversionEvidence {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'conversion_evidence_key_key' })
  key!: string;

  @ManyToOne({ entity: () => Project, ...reference('conversion_evidence_project_id_fkey'), nullable: true })
  project!: Ref<Project> | null;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  publisher!: string;

  @Property({ type: 'text', nullable: true })
  releasedOn!: string | null;

  @ManyToOne({
    entity: () => Profession,
    ...reference('conversion_evidence_profession_id_fkey'),
    index: 'conversion_evidence_profession',
    nullable: true,
  })
  profession!: Ref<Profession> | null;

  @Property({ type: 'text' })
  professionLabel!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  rowKind!: string;

  @Property({ type: 'boolean' })
  expertBuilt!: boolean;

  @Property({ type: 'integer', nullable: true })
  items!: number | null;

  @Property({ type: 'integer', nullable: true })
  experts!: number | null;

  @Property({ type: 'double', nullable: true })
  payUsd!: number | null;

  @Property({ type: 'text', nullable: true })
  payBasis!: string | null;

  @ManyToOne({
    entity: () => Source,
    ...reference('conversion_evidence_source_id_fkey'),
    index: 'conversion_evidence_source',
  })
  source!: Ref<Source>;

  @Property({ type: 'text' })
  verified!: string;

  @Property({ type: 'text', default: '' })
  note!: string;
}
