import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Sector } from '../sectors/sector.entity.ts';

/** An occupation of the 2018 Standard Occupational Classification. */
@Entity({ tableName: 'profession' })
export class Profession {
  @PrimaryKey({ type: 'integer', generated: 'by default as identity' })
  id!: number;

  @Property({ type: 'text', unique: 'profession_soc_code_key' })
  socCode!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  titleFr!: string;

  @Property({ type: 'text' })
  majorGroupEn!: string;

  @Property({ type: 'text' })
  majorGroupFr!: string;

  @ManyToOne({ entity: () => Sector, ...reference('profession_sector_id_fkey') })
  sector!: Ref<Sector>;

  @Property({ type: 'integer', nullable: true })
  onetTasks!: number | null;

  @Property({ type: 'smallint', nullable: true })
  jobZone!: number | null;

  @Property({ type: 'boolean', default: false })
  gdpval!: boolean;

  @Property({ type: 'double', nullable: true, fieldName: 'exposure_gpt4_beta' })
  exposureGpt4Beta!: number | null;

  @Property({ type: 'double', nullable: true })
  exposureHumanBeta!: number | null;

  @Property({ type: 'double', nullable: true })
  msAiApplicability!: number | null;

  @Property({ type: 'double', nullable: true })
  aeiUsagePercent!: number | null;
}
