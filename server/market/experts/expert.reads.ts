import { sql, type RawBuilder } from 'kysely';
import { reject } from '../../errors/tacit-error.ts';
import { readableDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import { ascending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';
import { countOfDatasets } from '../count-of-datasets.ts';
import { anyOf } from '../filter-conditions.ts';
import { ExpertOrderField, type ExpertFilter, type ExpertOrder } from './expert.inputs.ts';

type ListedExpert = Row<'expert'> & { total?: number };

const byTotal: SortKey = { by: sql`listed.total`, type: 'float8' };
const orders: Record<ExpertOrderField, SortKey> = {
  PSEUDONYM: { by: sql`listed.pseudonym`, type: 'text' },
  AMOUNT: byTotal,
  HOURS: byTotal,
  UNITS: byTotal,
  IMPROVEMENT: byTotal,
};

/** The experts of released datasets whose rows the caller may read, by pseudonym unless otherwise asked. */
export async function listExperts(
  context: Context,
  filter: ExpertFilter | null | undefined,
  asked: ExpertOrder | null | undefined,
  retiredToo = false,
): Promise<Listing<ListedExpert>> {
  const datasets = (await readableDatasets(context, filter?.dataset, retiredToo)).filter(
    ({ version }) => version > 0,
  );
  let rows = context.kysely
    .selectFrom('expert')
    .selectAll('expert')
    .where('expert.dataset_id', '=', anyOf(datasets.map(({ id }) => id)));
  if (filter?.sector != null || filter?.profession != null) rows = rows.where(worked(datasets, filter));
  if (filter?.country != null) rows = rows.where('expert.country', '=', anyOf(filter.country));
  if (filter?.project != null) rows = rows.where(workedOn(datasets, rowIdsOf('Project', filter.project)));
  const order = orderOf(orders, asked, ascending(ExpertOrderField.PSEUDONYM));
  const field = asked?.field ?? ExpertOrderField.PSEUDONYM;
  const isWhole = [filter?.sector, filter?.profession, filter?.country, filter?.project].every(
    (condition) => condition == null,
  );
  const tally = async () => (isWhole ? countOfDatasets(context, 'expert', datasets) : null);
  if (field === ExpertOrderField.PSEUDONYM) return { rows, order, tally };
  const totalled = sql<ListedExpert>`(
    select expert.*, coalesce(totalled.total, '-Infinity') as total from ${rows} expert
    left join (
      select rollup.expert_id, ${totalOf(field, filter?.currency)} as total
      from expert_rollup rollup ${atVersions(datasets)} group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id)`;
  return { rows: totalled, order, tally };
}

/** Who worked in a sector of the filter and as, or who is, of a profession of it. */
function worked(
  datasets: readonly DatasetVersion[],
  { sector, profession }: ExpertFilter,
): RawBuilder<boolean> {
  const inSectors =
    sector == null ? sql`true` : sql`rollup.sector_id in (select id from sector where slug = any(${sector}))`;
  const professions = sql`(select id from profession where soc_code = any(${profession ?? []}))`;
  const inProfessions = profession == null ? sql`true` : sql`rollup.profession_id in ${professions}`;
  const contributed = (condition: RawBuilder<unknown>) => sql<boolean>`expert.id in (
    select rollup.expert_id from expert_rollup rollup ${atVersions(datasets)} where ${condition})`;
  if (profession == null) return contributed(inSectors);
  return sql<boolean>`(${contributed(sql`${inSectors} and ${inProfessions}`)}
    or (expert.profession_id in ${professions} and ${contributed(inSectors)}))`;
}

function workedOn(datasets: readonly DatasetVersion[], projects: readonly number[]): RawBuilder<boolean> {
  return sql<boolean>`expert.id in (
    select rollup.expert_id from project_rollup rollup ${atVersions(datasets)}
    where rollup.project_id = any(${projects}))`;
}

function totalOf(
  field: Exclude<ExpertOrderField, ExpertOrderField.PSEUDONYM>,
  currency: string | null | undefined,
): RawBuilder<number> {
  switch (field) {
    case ExpertOrderField.AMOUNT:
      if (currency == null) {
        return reject(
          'BAD_USER_INPUT',
          'Money is compared in one currency: name it in filter.currency to order by AMOUNT.',
        );
      }
      return sql`(sum(rollup.amount_minor) filter (where rollup.currency = ${currency}))::float8`;
    case ExpertOrderField.HOURS:
      return sql`sum(rollup.hours)::float8`;
    case ExpertOrderField.UNITS:
      return sql`sum(rollup.units)::float8`;
    case ExpertOrderField.IMPROVEMENT:
      return sql`sum(rollup.improvement)::float8`;
    default:
      return field satisfies never;
  }
}
