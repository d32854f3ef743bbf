import type pg from 'pg';
import { packed } from './floats.ts';
import type { MadeRates } from './make-rates.ts';

interface RatesOf {
  datasetId: number;
  version: number;
}

/** Writes the hourly rates of parts down, as they are from this version on. */
export async function storeRates(
  client: pg.PoolClient,
  { datasetId, version }: RatesOf,
  rates: readonly MadeRates[],
): Promise<void> {
  await client.query(
    `insert into rate_cell (dataset_id, version, dimension, group_key, currency, "rows", engagements, contributors,
       left_out, mean, total, largest, second, quantiles)
     select $1, $2, * from unnest($3::text[], $4::bigint[], $5::text[], $6::int[], $7::int[], $8::int[], $9::int[],
       $10::float8[], $11::float8[], $12::float8[], $13::float8[], $14::bytea[])`,
    [
      datasetId,
      version,
      rates.map(({ dimension }) => dimension),
      rates.map(({ key }) => key),
      rates.map(({ currency }) => currency),
      rates.map(({ rows }) => rows),
      rates.map(({ engagements }) => engagements),
      rates.map(({ contributors }) => contributors),
      rates.map(({ leftOut }) => leftOut),
      rates.map(({ mean }) => mean),
      rates.map(({ total }) => total),
      rates.map(({ largest }) => largest),
      rates.map(({ second }) => second),
      rates.map(({ quantiles }) => quantiles && packed(quantiles)),
    ],
  );
  // Parts, and currencies of them, of which nothing is left: their last cells would go on, were there no empty ones after.
  await client.query(
    `insert into rate_cell (dataset_id, version, dimension, group_key, currency, "rows", engagements, contributors,
       left_out, total, largest, second)
     select distinct $1::int, $2::int, former.dimension, former.group_key, former.currency, 0, 0, 0, 0, 0, 0, 0
     from rate_cell former
     where former.dataset_id = $1 and former.version < $2 and not exists (
       select from rate_cell made where made.dataset_id = $1 and made.version = $2
         and made.dimension = former.dimension and made.group_key = former.group_key and made.currency = former.currency)`,
    [datasetId, version],
  );
}
