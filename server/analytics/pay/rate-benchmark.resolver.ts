import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { RateDistributionType } from '../hourly-rates/index.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { publishedProvenance } from '../published-provenance.ts';
import { findProfession } from './pay-rates.sql.ts';
import { readRateBenchmark, readRealisedRates } from './rate-benchmark.ts';
import { RateBenchmarkType } from './rate-benchmark.type.ts';

@Resolver(() => RateBenchmarkType)
export class RateBenchmarkResolver {
  @Query(() => RateBenchmarkType, {
    description: 'What the work of one occupation costs; NOT_FOUND for a code that no occupation has.',
  })
  async rateBenchmark(
    @Ctx() context: Context,
    @Arg('socCode', () => String, { description: 'Its 2018 SOC code, such as 23-1011.' }) socCode: string,
    @Arg('country', () => String, {
      nullable: true,
      defaultValue: 'US',
      description:
        'The country by its ISO 3166-1 alpha-2 code; rates that state no country are counted in whichever is asked for. The market wage is known for the United States only.',
    })
    country?: string | null,
  ): Promise<RateBenchmarkType> {
    const code = country ?? 'US';
    if (!/^[A-Z]{2}$/.test(code))
      reject('BAD_USER_INPUT', `country is an ISO 3166-1 alpha-2 code such as US, not "${code}".`);
    const row = await findProfession(context.kysely, socCode);
    if (row === undefined) reject('NOT_FOUND', `No occupation has the SOC code "${socCode}".`);
    return readRateBenchmark(context, ProfessionType.of(row), code);
  }

  @FieldResolver(() => ProfessionType, { description: 'The occupation.' })
  profession(@Root() { asked }: RateBenchmarkType): ProfessionType {
    return asked;
  }

  @FieldResolver(() => [RateDistributionType], {
    description:
      'The hourly rates that ledgers show paid for it, one distribution a ledger; none where no ledger has it.',
  })
  async realised(
    @Ctx() context: Context,
    @Root() { asked }: RateBenchmarkType,
  ): Promise<RateDistributionType[]> {
    return readRealisedRates(context, asked);
  }

  @FieldResolver(() => ProvenanceType, { description: 'Where the rates and the wage were published.' })
  async provenance(
    @Ctx() context: Context,
    @Root() { published, market, n }: RateBenchmarkType,
  ): Promise<ProvenanceType> {
    const offered = published?.rows.map(({ sourceId }) => sourceId) ?? [];
    return publishedProvenance(context, {
      method: 'Median of published typical hourly rates beside the BLS OEWS hourly median',
      n,
      sourceIds: market === null ? offered : [market.sourceId, ...offered],
    });
  }
}
