import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { PageArguments, type Page } from '../../graphql/paging/index.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { PayFilter } from '../../market/pay-observations/pay.inputs.ts';
import type { PayObservationType } from '../../market/pay-observations/pay-observation.type.ts';
import { PayObservationConnection } from '../../market/pay-observations/pay-observation.type.ts';
import { SourceType } from '../../market/sources/source.type.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { publishedProvenance } from '../published-provenance.ts';
import { MarketWageType } from './market-wage.type.ts';
import { observationPage } from './observation-page.ts';
import { PayGrouping } from './pay-grouping.enum.ts';
import { PayRateType } from './pay-rate.type.ts';
import { readPayRates } from './pay-rates.ts';

@Resolver(() => PayRateType)
export class PayRateResolver {
  @Cost({ size: 110, weight: 100 })
  @Query(() => [PayRateType], {
    description:
      'What is offered for expert work, by group: the highest median first, years in their order. Observations that do not state what they are grouped by are one group of their own.',
  })
  async payRates(
    @Ctx() { kysely }: Context,
    @Arg('groupBy', () => PayGrouping, { description: 'What observations are put together by.' })
    groupBy: PayGrouping,
    @Arg('filter', () => PayFilter, { nullable: true, description: 'Which observations.' })
    filter?: PayFilter | null,
    @Arg('currency', () => CurrencyCodeScalar, {
      defaultValue: 'USD',
      description: 'The currency to compare in; rates in others are counted, never converted.',
    })
    currency = 'USD',
  ): Promise<PayRateType[]> {
    return readPayRates(kysely, groupBy, filter, currency);
  }

  @FieldResolver(() => PayObservationConnection, {
    description: 'The observations of the group, those that could not be compared included; newest first.',
  })
  async observations(
    @Ctx() context: Context,
    @Root() { rows }: PayRateType,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Page<PayObservationType>> {
    return observationPage(context, rows, page);
  }

  @FieldResolver(() => ProvenanceType, { description: 'Where the rates were published.' })
  async provenance(@Ctx() context: Context, @Root() { rows, n }: PayRateType): Promise<ProvenanceType> {
    return publishedProvenance(context, {
      method: 'Median of published typical hourly rates, quartiles R-7',
      n,
      sourceIds: rows.map(({ sourceId }) => sourceId),
    });
  }
}

@Resolver(() => MarketWageType)
export class MarketWageResolver {
  @FieldResolver(() => ProfessionType, { description: 'The occupation.' })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() { professionId }: MarketWageType,
  ): Promise<ProfessionType> {
    return loaders.the(ProfessionType, professionId);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() { sourceId }: MarketWageType): Promise<SourceType> {
    return loaders.the(SourceType, sourceId);
  }
}
