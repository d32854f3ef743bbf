import { createHash } from 'node:crypto';
import type pg from 'pg';
import { packed, remakeCells, remakeRates, type MadeCell, type MadeRates } from '../cells/index.ts';
import { Findings, type Check, type Ledger } from './check.ts';

/** A ledger whose newest release is answered from cells. */
interface Built extends Ledger {
  version: number;
  /** Of which measures there are cells. */
  measures: string[];
}

async function builtLedgers(client: pg.ClientBase): Promise<Built[]> {
  const { rows } = await client.query<Built>(
    `select dataset.id, slug, dataset.version, build.measures
     from dataset join cell_build build on build.dataset_id = dataset.id and build.version = dataset.version
       and build.alterations = dataset.alterations
     order by slug`,
  );
  return rows;
}

/** What is told of a part that nothing is left of, and of one that was never there. */
const nothing = 'nothing';

type Bytes = Uint8Array | null;

const short = (bytes: Bytes): string | null =>
  bytes === null ? null : createHash('sha256').update(bytes).digest('base64url');
const shortOf = (doubles: Float64Array | null | undefined): string | null =>
  doubles == null ? null : short(packed(doubles));

function madeCell({ values, curve, ranked }: MadeCell): string {
  const { contributors, excluded, otherCurrencies, total, largest, second } = values;
  if (contributors + excluded + otherCurrencies === 0) return nothing;
  const { gini, giniCorrected, theil, hhi, p90p10, halfShare } = values;
  const numbers = [contributors, excluded, otherCurrencies, total, largest, second];
  const statistics = [gini, giniCorrected, theil, hhi, p90p10, halfShare];
  return JSON.stringify([numbers, statistics, [curve, ranked?.experts, ranked?.totals].map(shortOf)]);
}

interface StoredCell {
  name: string;
  numbers: number[];
  statistics: (number | null)[];
  doubles: Bytes[];
}

/** The newest cell of each part up to a version, with all of its ranking. */
const storedCellsSql = `
  select distinct on (measure, group_key, currency) concat_ws(' ', measure, group_key, currency) as name,
    array[contributors, excluded, other_currencies, total, largest, second]::float8[] as numbers,
    array[gini, gini_corrected, theil, hhi, p90p10, half_share]::float8[] as statistics,
    array[curve,
      (select string_agg(experts, '' order by chunk) from cell_ranking where cell_id = cell.id),
      (select string_agg(totals, '' order by chunk) from cell_ranking where cell_id = cell.id)] as doubles
  from cell where dataset_id = $1 and dimension = $2 and version <= $3
  order by measure, group_key, currency, version desc`;

function storedCell({ numbers, statistics, doubles }: StoredCell): string {
  const [contributors = 0, excluded = 0, otherCurrencies = 0] = numbers;
  if (contributors + excluded + otherCurrencies === 0) return nothing;
  return JSON.stringify([numbers, statistics, doubles.map(short)]);
}

/** Compares what is stored of parts with what is made again, by the parts' names. */
function compare(
  findings: Findings,
  where: string,
  stored: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
): void {
  for (const name of new Set([...stored.keys(), ...made.keys()])) {
    const [kept, again] = [stored.get(name) ?? nothing, made.get(name) ?? nothing];
    findings.compared();
    if (kept !== again) findings.differs(`${where} ${name}: ${kept}; again: ${again}`);
  }
}

/**
 * The cells that answer for each ledger's newest release are what the rollups come to, by the functions that made them: every
 * statistic, curve and ranking to the last digit. Bands are not compared: they are computed from the same and filled in later.
 */
export const cellValues: Check = {
  name: 'cells: statistics, curves and rankings from the rollups',
  async run(client) {
    const findings = new Findings();
    for (const { id, slug, version, measures } of await builtLedgers(client)) {
      for await (const { dimension, cells } of remakeCells(client, id, measures)) {
        const { rows } = await client.query<StoredCell>(storedCellsSql, [id, dimension, version]);
        const stored = new Map(rows.map((row) => [row.name, storedCell(row)]));
        const made = new Map(
          cells.map((cell) => [`${cell.measure} ${cell.key} ${cell.currency}`, madeCell(cell)]),
        );
        compare(findings, `${slug} by ${dimension}`, stored, made);
      }
    }
    return findings.all;
  },
};

function madeRate({ rows, engagements, contributors, leftOut, ...rest }: MadeRates): string {
  if (rows === 0) return nothing;
  const { mean, total, largest, second, quantiles } = rest;
  const numbers = [rows, engagements, contributors, leftOut, total, largest, second, mean];
  return JSON.stringify([numbers, shortOf(quantiles)]);
}

interface StoredRate {
  name: string;
  numbers: (number | null)[];
  quantiles: Bytes;
}

const storedRatesSql = `
  select distinct on (dimension, group_key, currency) concat_ws(' ', dimension, group_key, currency) as name,
    array["rows", engagements, contributors, left_out, total, largest, second, mean]::float8[] as numbers, quantiles
  from rate_cell where dataset_id = $1 and version <= $2
  order by dimension, group_key, currency, version desc`;

/** The same for hourly rates. */
export const rateValues: Check = {
  name: 'rate cells: hourly rates from the rollups',
  async run(client) {
    const findings = new Findings();
    for (const { id, slug, version, measures } of await builtLedgers(client)) {
      if (!measures.includes('RATE')) continue;
      const { rows } = await client.query<StoredRate>(storedRatesSql, [id, version]);
      const stored = new Map(
        rows.map(({ name, numbers, quantiles }) => [
          name,
          numbers[0] === 0 ? nothing : JSON.stringify([numbers, short(quantiles)]),
        ]),
      );
      const made = new Map(
        (await remakeRates(client, id, measures)).map((rate) => [
          `${rate.dimension} ${rate.key} ${rate.currency}`,
          madeRate(rate),
        ]),
      );
      compare(findings, `${slug}:`, stored, made);
    }
    return findings.all;
  },
};
