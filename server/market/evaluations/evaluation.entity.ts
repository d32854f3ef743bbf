import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Project } from '../projects/project.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** One published score of a model on a benchmark. */
@Entity({ tableName: 'evaluation' })
export class Evaluation {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'evaluation_key_key' })
  key!: string;

  @ManyToOne({ entity: () => Project, ...reference('evaluation_project_id_fkey') })
  project!: Ref<Project>;

  @Property({ type: 'text' })
  model!: string;

  @Property({ type: 'text' })
  metric!: string;

  @Property({ type: 'double' })
  score!: number;

  @Property({ type: 'double', nullable: true })
  expertScore!: number | null;

  @Property({ type: 'text' })
  unit!: string;

  @Property({ type: 'boolean' })
  atOrAboveExpertParity!: boolean;

  @Property({ type: 'text', nullable: true })
  publishedOn!: string | null;

  @ManyToOne({ entity: () => Source, ...reference('evaluation_source_id_fkey') })
  source!: Ref<Source>;

  @Property({ type: 'text', default: '' })
  note!: string;
}
