import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Profession } from './profession.entity.ts';
import { Source } from '../sources/source.entity.ts';

/** The market wage of an occupation in one year. */
@Entity({ tableName: 'profession_wage' })
export class Wage {
  [PrimaryKeyProp]?: ['profession', 'year'];

  @ManyToOne({ entity: () => Profession, ...reference('profession_wage_profession_id_fkey'), primary: true })
  profession!: Ref<Profession>;

  @PrimaryKey({ type: 'smallint' })
  year!: number;

  @Property({ type: 'integer', nullable: true })
  employment!: number | null;

  @Property({ type: 'double', nullable: true })
  meanHourly!: number | null;

  @Property({ type: 'double', nullable: true, fieldName: 'p10_hourly' })
  p10Hourly!: number | null;

  @Property({ type: 'double', nullable: true, fieldName: 'p25_hourly' })
  p25Hourly!: number | null;

  @Property({ type: 'double', nullable: true })
  medianHourly!: number | null;

  @Property({ type: 'double', nullable: true, fieldName: 'p75_hourly' })
  p75Hourly!: number | null;

  @Property({ type: 'double', nullable: true, fieldName: 'p90_hourly' })
  p90Hourly!: number | null;

  @Property({ type: 'double', nullable: true })
  meanAnnual!: number | null;

  @Property({ type: 'double', nullable: true })
  medianAnnual!: number | null;

  @Property({ type: 'boolean', default: false })
  topCoded!: boolean;

  @Property({ type: 'text' })
  basis!: string;

  @ManyToOne({ entity: () => Source, ...reference('profession_wage_source_id_fkey') })
  source!: Ref<Source>;
}
