import { Field, Float, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../market/money.ts';
import { Stage } from '../../market/professions/stage.enum.ts';
import type { StageShare } from './stage-shares.ts';

@ObjectType('StageShare', { description: 'What of the occupations asked about is at one stage.' })
export class StageShareType {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => Int, { description: 'How many occupations are at it.' })
  professions!: number;

  @Field(() => Float, { description: 'Employees in them, the self-employed left out.' })
  employment!: number;

  @Field(() => MoneyType, { description: 'Their wage bill a year: Σ employment × mean annual wage.' })
  wageBill!: MoneyType;

  @Field(() => Int, { description: 'How many tasks O*NET lists for them: context, in no other number.' })
  onetTasks!: number;

  @Field(() => Float, {
    description: 'Their share of all employment asked about, 0 to 1; the five add up to 1.',
  })
  employmentShare!: number;

  @Field(() => Float, {
    description: 'Their share of the whole wage bill asked about, 0 to 1; the five add up to 1.',
  })
  wageBillShare!: number;

  @Field(() => Float, { description: 'Their share of the O*NET tasks asked about, 0 to 1: context.' })
  onetTaskShare!: number;

  /** The type of a measured share. */
  static of(share: StageShare): StageShareType {
    return Object.assign(new StageShareType(), share, { wageBill: wageBillMoney(share.wageBill) });
  }
}

/** A wage bill in US dollars as money: whole cents. */
export function wageBillMoney(dollars: number): MoneyType {
  return MoneyType.ofMinor(Math.round(dollars * 100), 'USD')!;
}
