import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Profession } from '../professions/profession.entity.ts';
import { Sector } from '../sectors/sector.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** One published rate of pay. */
@Index({ name: 'pay_observation_profession', properties: ['profession', 'id'] })
@Entity({ tableName: 'pay_observation' })
export class PayObservation {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'pay_observation_key_key' })
  key!: string;

  @ManyToOne({
    entity: () => Source,
    ...reference('pay_observation_source_id_fkey'),
    index: 'pay_observation_source',
  })
  source!: Ref<Source>;

  @ManyToOne({ entity: () => Organisation, ...reference('pay_observation_platform_id_fkey') })
  platform!: Ref<Organisation>;

  @ManyToOne({
    entity: () => Organisation,
    ...reference('pay_observation_laboratory_id_fkey'),
    nullable: true,
  })
  laboratory!: Ref<Organisation> | null;

  @Property({ type: 'text' })
  roleTitle!: string;

  @Property({ type: 'text' })
  professionLabel!: string;

  @ManyToOne({ entity: () => Sector, ...reference('pay_observation_sector_id_fkey') })
  sector!: Ref<Sector>;

  @ManyToOne({ entity: () => Profession, ...reference('pay_observation_profession_id_fkey'), nullable: true })
  profession!: Ref<Profession> | null;

  @Property({ type: 'text' })
  basis!: string;

  @Property({ type: 'double', nullable: true })
  low!: number | null;

  @Property({ type: 'double', nullable: true })
  high!: number | null;

  @Property({ type: 'double', nullable: true })
  typical!: number | null;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  observedOn!: string | null;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'boolean', default: false })
  templateBand!: boolean;

  @Property({ type: 'text', default: '' })
  note!: string;
}
