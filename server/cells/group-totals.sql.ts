import type pg from 'pg';
import { cellMeasures, type CellMeasure, type Parting } from './cell-words.ts';
import { received } from './floats.ts';
import { joined, type GroupTotals } from './group-totals.ts';

export interface TotalsQuestion {
  readonly datasetId: number;
  readonly parting: Parting;
  readonly measures: readonly CellMeasure[];
  /** The currencies to tell apart, by their places here; null to add up whatever there is. */
  readonly currencies: readonly string[] | null;
  /** Keys of the parts; null for all. */
  readonly keys: readonly number[] | null;
}

/** About how many rows of the rollup are summed up at a time: what of them comes over at once is a few megabytes. */
const rowsAtATime = 100_000;

/**
 * Net totals by part and expert, in the order of the experts' ids within each part; whoever has had everything reversed is not
 * there. Sums are the database's exact decimals, as in every live answer, and only then doubles. They come as columns of bytes: a
 * row for each would cost the process twenty times as much. In blocks of the column that the rollup lies in the order of, so
 * that each is read as it lies and added up without a hash of all of it, which took four times as long.
 */
export async function readGroupTotals(client: pg.ClientBase, question: TotalsQuestion): Promise<GroupTotals> {
  const { datasetId, parting, keys } = question;
  const { rollup, lead } = parting;
  const { rows: bounds } = await client.query<{ first: number | null; last: number | null; size: number }>(
    `select min(${lead}) as first, max(${lead}) as last, count(*) as size from ${rollup} where dataset_id = $1`,
    [datasetId],
  );
  const { first, last, size } = bounds[0]!;
  const blocks: GroupTotals[] = [];
  if (first !== null && last !== null) {
    const width = Math.ceil((last - first + 1) / Math.ceil(size / rowsAtATime));
    const sql = blockSql(question);
    for (let from = first; from <= last; from += width) {
      const values: unknown[] = [datasetId, from, Math.min(last, from + width - 1)];
      if (question.currencies !== null) values.push(question.currencies);
      if (keys !== null) values.push(keys);
      const { rows } = await client.query<Record<string, Buffer | null>>(sql, values);
      blocks.push(columnsOf(rows[0]!, question));
    }
  }
  return {
    keys: joined(blocks.map((block) => block.keys)),
    experts: joined(blocks.map((block) => block.experts)),
    currencies: question.currencies && joined(blocks.map((block) => block.currencies!)),
    totals: question.measures.map((_measure, i) => joined(blocks.map((block) => block.totals[i]!))),
  };
}

function columnsOf(
  row: Record<string, Buffer | null>,
  { measures, currencies }: TotalsQuestion,
): GroupTotals {
  const column = (name: string): Float64Array => received(row[name] ?? Buffer.alloc(0));
  return {
    keys: column('keys'),
    experts: column('experts'),
    currencies: currencies && column('currencies'),
    totals: measures.map((measure) => column(measure.toLowerCase())),
  };
}

function blockSql({ parting, measures, currencies, keys }: TotalsQuestion): string {
  const { rollup, key, lead } = parting;
  const sums = measures.map((measure) => {
    const column = cellMeasures[measure];
    return `string_agg(float8send(coalesce(${column}, 'NaN')), '') as ${measure.toLowerCase()}`;
  });
  const place = currencies === null ? '' : ', array_position($4::text[], currency) - 1 as place';
  const grouped = lead === 'expert_id' ? 'expert_id, key' : 'key, expert_id';
  const by = currencies === null ? grouped : `${grouped}, currency`;
  return `
    select string_agg(float8send(part), '') as keys, string_agg(float8send(expert), '') as experts,
      ${currencies === null ? '' : `string_agg(float8send(place), '') as currencies,`} ${sums.join(', ')}
    from (
      select key::float8 as part, expert_id::float8 as expert${place},
        ${measures.map((measure) => `sum(${cellMeasures[measure]})::float8 as ${cellMeasures[measure]}`).join(', ')}
      from (select *, ${key} as key from ${rollup} where dataset_id = $1 and ${lead} between $2 and $3) rows
      ${keys === null ? '' : `where key = any($${currencies === null ? 4 : 5}::bigint[])`}
      group by ${by}
      having sum(entries) > 0
      order by ${by}
    ) totals`;
}
