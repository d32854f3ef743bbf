import { BigIntType, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { reference } from '../reference.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { Profession } from '../professions/profession.entity.ts';

/** One contributor of one ledger, under a pseudonym. */
@Unique({ name: 'expert_dataset_id_pseudonym_key', properties: ['dataset', 'pseudonym'] })
@Entity({ tableName: 'expert' })
export class Expert {
  @PrimaryKey({ type: new BigIntType('number'), generated: 'by default as identity' })
  id!: number;

  @ManyToOne({ entity: () => Dataset, ...reference('expert_dataset_id_fkey') })
  dataset!: Ref<Dataset>;

  @Property({ type: 'text' })
  pseudonym!: string;

  @ManyToOne({ entity: () => Profession, ...reference('expert_profession_id_fkey'), nullable: true })
  profession!: Ref<Profession> | null;

  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'text', nullable: true })
  seniority!: string | null;

  @Property({ type: 'text', nullable: true })
  formerEmployer!: string | null;
}
