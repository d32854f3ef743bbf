import { TacitError } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { visibleDatasets } from '../../graphql/access.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { ProfessionType } from '../../market/professions/profession.type.ts';
import { hourlyRatesOf, type RateDistributionType } from '../hourly-rates/index.ts';
import { MarketWageType } from './market-wage.type.ts';
import { PayGrouping } from './pay-groups.ts';
import { payRateOf } from './pay-rates.ts';
import { readMarketWages, readPayRows } from './pay-rates.sql.ts';
import { RateBenchmarkType } from './rate-benchmark.type.ts';
import { typicalHourlyRates } from './rate-summary.ts';

/** The benchmark of one occupation in one country: two statements. */
export async function readRateBenchmark(
  { kysely }: Pick<Context, 'kysely'>,
  profession: ProfessionType,
  country: string,
): Promise<RateBenchmarkType> {
  const [observed, wages] = await Promise.all([
    readPayRows(kysely, null, [profession.rowId]),
    readMarketWages(kysely, [profession.rowId]),
  ]);
  const rows = observed.filter((row) => row.country === null || row.country === country);
  const wage = wages.find((own) => own.country === country);
  const group = { by: PayGrouping.PROFESSION, value: profession.rowId, rows };
  const currency = wage?.currency ?? 'USD';
  const published = rows.length === 0 ? null : payRateOf(group, currency, wage);
  const stating = rows.filter((row) => row.country === country);
  const dates = rows.flatMap(({ observedOn }) => observedOn ?? []).sort();
  return Object.assign(new RateBenchmarkType(), {
    asked: profession,
    country,
    published,
    publishedInCountry: stating.length === 0 ? null : payRateOf({ ...group, rows: stating }, currency, wage),
    market: wage === undefined ? null : MarketWageType.of(wage),
    n: published?.n ?? 0,
    statedCountry: typicalHourlyRates(stating, currency).length,
    freshness: dates.at(-1) ?? null,
  });
}

/**
 * What the ledgers that the caller may know of show paid for the occupation; none where none has it, or where a protected
 * one keeps it back.
 */
export async function readRealisedRates(
  context: Context,
  { socCode }: Pick<ProfessionType, 'socCode'>,
): Promise<RateDistributionType[]> {
  const readable = (await visibleDatasets(context)).filter(({ kind }) => kind === 'LEDGER');
  const datasets = await Promise.all(readable.map(({ id }) => context.loaders.the(DatasetType, id)));
  const paid = datasets.filter(({ measures }) =>
    [Measure.AMOUNT, Measure.HOURS].every((own) => measures.includes(own)),
  );
  const rates = await Promise.all(
    paid.map((dataset) =>
      hourlyRatesOf(context, dataset, { filter: { profession: [socCode] } }).catch(noneWhereWithheld),
    ),
  );
  return rates.flat().filter(({ engagements }) => engagements > 0);
}

function noneWhereWithheld(error: unknown): [] {
  if (error instanceof TacitError && error.code === 'DISCLOSURE_RISK') return [];
  throw error;
}
