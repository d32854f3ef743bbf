import { BigIntType, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Sector } from '../sectors/sector.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** What experts work on. */
@Unique({ name: 'project_dataset_id_key_key', properties: ['dataset', 'key'] })
@Entity({ tableName: 'project' })
export class Project {
  @PrimaryKey({ type: new BigIntType('number'), generated: 'by default as identity' })
  id!: number;

  @ManyToOne({ entity: () => Dataset, ...reference('project_dataset_id_fkey') })
  dataset!: Ref<Dataset>;

  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', default: 'PROJECT' })
  kind!: string;

  @ManyToOne({ entity: () => Sector, ...reference('project_sector_id_fkey'), nullable: true })
  sector!: Ref<Sector> | null;

  @ManyToOne({ entity: () => Organisation, ...reference('project_laboratory_id_fkey'), nullable: true })
  laboratory!: Ref<Organisation> | null;

  @ManyToOne({ entity: () => Organisation, ...reference('project_platform_id_fkey'), nullable: true })
  platform!: Ref<Organisation> | null;

  @Property({ type: 'text', nullable: true })
  startedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  endedOn!: string | null;

  @ManyToOne({ entity: () => Source, ...reference('project_source_id_fkey'), nullable: true })
  source!: Ref<Source> | null;

  @Property({ type: 'text', default: '' })
  note!: string;
}
