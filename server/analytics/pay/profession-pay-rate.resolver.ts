import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { PayFilter } from '../../market/pay-observations/pay.inputs.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { PayRateType } from './pay-rate.type.ts';
import { readPayRatesOf } from './pay-rates.ts';

@Resolver(() => ProfessionType)
export class ProfessionPayRateResolver {
  @FieldResolver(() => PayRateType, {
    nullable: true,
    description: 'What is offered for its work as training data; null without a published observation.',
  })
  async payRate(
    @Ctx() { kysely, loaders }: Context,
    @Root() { rowId }: ProfessionType,
    @Arg('filter', () => PayFilter, { nullable: true, description: 'Which observations.' })
    filter?: PayFilter | null,
    @Arg('currency', () => CurrencyCodeScalar, {
      defaultValue: 'USD',
      description: 'The currency to compare in; rates in others are counted, never converted.',
    })
    currency = 'USD',
  ): Promise<PayRateType | null> {
    const rates = loaders.batch(
      `profession pay rate ${JSON.stringify([filter, currency])}`,
      (ids: readonly number[]) => readPayRatesOf(kysely, ids, filter, currency),
    );
    return rates.load(rowId);
  }
}
