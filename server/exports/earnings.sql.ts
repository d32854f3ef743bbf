import pg from 'pg';
import { minorUnitDigits } from '../money/minor-units.ts';
import { backgroundColumns, type BackgroundColumn, type ExportColumn } from './columns.ts';
import { shapes, type EarningShape } from './earning-shapes.ts';
import type { LedgerAtRelease } from './find-ledger.ts';
import type { SectorLabel } from './sector-labels.ts';

/** What the rows of a ledger hold, beside themselves. */
export interface EarningNames {
  columns: readonly ExportColumn[];
  sectors: readonly SectorLabel[];
  currencies: readonly string[];
}

/**
 * The earnings that a release holds, as a COPY that streams: reversed rows and the rows that reverse them are both left
 * out. By day and number, so that the same release is always the same bytes. COPY takes no parameters; all that is put in are
 * row ids and literals.
 */
export function copyEarningsSql(
  { datasetId, releaseIds, reversed }: LedgerAtRelease,
  { columns, sectors, currencies }: EarningNames,
  shape: EarningShape,
  filter: RowFilter = {},
): string {
  const { name, literal, row, copy } = shapes[shape];
  const held = `dataset_id = ${whole(datasetId)} and release_id in (${releaseIds.map(whole).join(', ')})`;
  // By windows, not by a join: a plan that does not hang on statistics the table may not have yet.
  const netted = `(
      select * from (
        select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
          row_number() over (partition by row_key order by reversal, id desc) as newest
        from earning where ${held}
      ) counted where balance > 0 and newest = 1
    )`;
  const rows = reversed ? netted : `(select * from earning where ${held})`;
  const labels = sectors.map(({ id, label }) => `(${whole(id)}, ${literal(label)})`);
  const scales = currencies.map(
    (code) => `(${pg.escapeLiteral(code)}, 1e-${minorUnitDigits(code)}::numeric)`,
  );
  const quote = (code: string): string => (shape === 'jsonl' ? `'"' || ${code} || '"'` : code);
  const cells: Record<string, string> = {
    expert: 'expert.pseudonym',
    project: 'project.key',
    sector: 'sector.label',
    profession: quote('profession.soc_code'),
    date: 'case when earning.quarter > 0 then earning.period end',
    units: 'earning.units',
    hours: 'earning.hours',
    amount: 'coalesce(earning.amount_minor * money.scale, earning.amount_minor)',
    currency: quote('earning.currency'),
    improvement: 'earning.improvement',
    expert_profession: quote('own_profession.soc_code'),
    country: 'expert.country',
    seniority: 'expert.seniority',
    former_employer: 'expert.former_employer',
  };
  const own = ['country', 'seniority', 'former_employer'].map((column) => `${name(column)} as ${column}`);
  // "offset 0" keeps these from being put off until after the join, when there are more rows.
  return `copy (
    select ${row(
      columns.map((column) => cells[column.name]!),
      columns,
    )}
    from ${rows} earning
    join (select id, profession_id, ${name('pseudonym')} as pseudonym, ${own.join(', ')} from expert
      where dataset_id = ${whole(datasetId)} offset 0) expert on expert.id = earning.expert_id
    left join (select id, ${name('key')} as key from project where dataset_id = ${whole(datasetId)} offset 0) project
      on project.id = earning.project_id
    left join (values ${['(0, null)', ...labels].join(', ')}) sector (id, label) on sector.id = earning.sector_id
    left join profession on profession.id = earning.profession_id
    left join profession own_profession on own_profession.id = expert.profession_id
    left join (values ${["('', null::numeric)", ...scales].join(', ')}) money (code, scale) on money.code = earning.currency
    ${conditionsOf(filter)}order by earning.period, earning.id
  ) to stdout${copy}`;
}

/** Which of the earnings; all where nothing is given. */
export interface RowFilter {
  /** Row ids. */
  sectorIds?: readonly number[];
  professionIds?: readonly number[];
  /** Days, YYYY-MM-DD, both included; undated earnings are left out. */
  from?: string;
  to?: string;
}

function conditionsOf({ sectorIds, professionIds, from, to }: RowFilter): string {
  const among = (ids: readonly number[]): string => [-1, ...ids].map(whole).join(', ');
  const conditions = [
    ...(sectorIds ? [`earning.sector_id in (${among(sectorIds)})`] : []),
    ...(professionIds ? [`earning.profession_id in (${among(professionIds)})`] : []),
    ...(from === undefined ? [] : [`earning.period >= ${pg.escapeLiteral(from)}::date`]),
    ...(to === undefined ? [] : [`earning.period <= ${pg.escapeLiteral(to)}::date`]),
    ...(from === undefined && to === undefined ? [] : ['earning.quarter > 0']),
  ];
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}\n    `;
}

/** Which of these the ledger knows of any of its experts. */
export const knownBackgroundsSql = `
  select ${Object.entries(backgroundColumns)
    .map(([name, column]) => `count(${column}) > 0 as ${name}`)
    .join(', ')}
  from expert where dataset_id = $1`;

/** Which currencies the ledger's money is in. */
export const currenciesSql = `
  select distinct currency from expert_rollup where dataset_id = $1 and currency <> '' order by currency`;

export type KnownBackgrounds = Record<BackgroundColumn, boolean>;

function whole(id: number): string {
  if (!Number.isSafeInteger(id)) throw new RangeError(`Not a row id: ${id}`);
  return String(id);
}
