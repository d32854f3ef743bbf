import pg from 'pg';
import { backgroundColumns, type BackgroundColumn } from './columns.ts';
import type { LedgerAtRelease } from './find-ledger.ts';
import type { SectorLabel } from './sector-labels.ts';

/**
 * The earnings that a release holds, as a COPY that streams: reversed rows and the rows that reverse them are both left
 * out. In the order of an index, so that nothing is sorted. COPY takes no parameters; all that is put in are row ids.
 */
export function copyEarningsSql(
  { datasetId, releaseIds, reversed }: LedgerAtRelease,
  sectors: readonly SectorLabel[],
  backgrounds: readonly BackgroundColumn[],
  filter: RowFilter = {},
): string {
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
  const labels = [{ id: 0, label: null }, ...sectors]
    .map(({ id, label }) => `(${whole(id)}, ${label === null ? 'null' : pg.escapeLiteral(label)})`)
    .join(', ');
  return `copy (
    select expert.pseudonym, project.key, sector.label, profession.soc_code, case when earning.quarter > 0 then earning.period end,
      earning.units, earning.hours, earning.amount_minor, earning.currency, earning.improvement${backgrounds.map((name) => `, ${known[name]}`).join('')}
    from ${rows} earning
    join expert on expert.id = earning.expert_id
    left join project on project.id = earning.project_id
    left join (values ${labels}) sector (id, label) on sector.id = earning.sector_id
    left join profession on profession.id = earning.profession_id
    left join profession own_profession on own_profession.id = expert.profession_id
    ${conditionsOf(filter)}order by earning.period, earning.id
  ) to stdout`;
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

const known: Record<BackgroundColumn, string> = {
  expert_profession: 'own_profession.soc_code',
  country: 'expert.country',
  seniority: 'expert.seniority',
  former_employer: 'expert.former_employer',
};

function whole(id: number): string {
  if (!Number.isSafeInteger(id)) throw new RangeError(`Not a row id: ${id}`);
  return String(id);
}
