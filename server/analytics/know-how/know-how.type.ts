import { Field, Int, ObjectType } from 'type-graphql';
import { BackgroundKind } from '../../market/backgrounds/background.enums.ts';
import { FormerEmployer } from '../../market/experts/expert.enums.ts';

@ObjectType('KnowHowCell', { description: 'One kind of background in one sector, counted.' })
export class KnowHowCellType {
  sectorId!: number;

  @Field(() => BackgroundKind, { description: 'What vouches for what somebody knows.' })
  kind!: BackgroundKind;

  @Field(() => FormerEmployer, {
    nullable: true,
    description: 'The kind of former employer; null for other kinds of background.',
  })
  formerEmployer!: FormerEmployer | null;

  @Field(() => Int, { description: 'Published offers that ask for it.' })
  offers!: number;

  @Field(() => Int, { description: 'Published reports that say it of those who do the work.' })
  reports!: number;

  /** A cell of the matrix. */
  static of(fields: Pick<KnowHowCellType, 'sectorId' | 'kind' | 'formerEmployer' | 'offers' | 'reports'>) {
    return Object.assign(new KnowHowCellType(), fields);
  }
}

@ObjectType('KnowHow', {
  description: 'Where the knowledge comes from, as far as published offers and reports say.',
})
export class KnowHowType {
  @Field(() => Int, {
    description: 'All published rates of pay: the offers that could have said something of it.',
  })
  offers!: number;

  @Field(() => Int, { description: 'How many of them say anything of the background that they ask for.' })
  withBackground!: number;

  @Field(() => Int, { description: 'How many of them name a former employer or a kind of one.' })
  withFormerEmployer!: number;

  @Field(() => [KnowHowCellType], { description: 'Kinds of background by sector, counted.' })
  cells!: KnowHowCellType[];
}
