import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { readableDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { rowIdsOf } from '../../graphql/node-id.ts';
import { descending, orderOf, type Listing, type SortKey } from '../../graphql/paging/index.ts';
import { isCalendarDate } from '../../graphql/scalars/calendar.ts';
import type { Row } from '../../graphql/row-type.ts';
import type { DatasetVersion } from '../../graphql/versions.ts';
import type { Tables } from '../../database/tables.ts';
import { anyOf } from '../filter-conditions.ts';
import { hasAny } from './earning-rollup.ts';
import { tallyEarnings } from './earning-tally.ts';
import { EarningOrderField, type EarningFilter, type EarningOrder } from './earning.inputs.ts';

type Earnings = SelectQueryBuilder<Tables, 'earning', Row<'earning'>>;

const orders: Record<EarningOrderField, SortKey> = {
  PERIOD: { by: sql`listed.period`, type: 'date' },
  AMOUNT: { by: sql`coalesce(listed.amount_minor, '-9223372036854775808')::float8`, type: 'float8' },
  HOURS: { by: sql`coalesce(listed.hours::float8, '-Infinity')`, type: 'float8' },
  UNITS: { by: sql`listed.units::float8`, type: 'float8' },
};

/** The earnings of releases that the caller may read, newest first unless otherwise asked. */
export async function listEarnings(
  context: Context,
  filter: EarningFilter | null | undefined,
  order: EarningOrder | null | undefined,
  retiredToo = false,
): Promise<Listing<Row<'earning'>>> {
  const datasets = await readableDatasets(context, filter?.dataset, retiredToo);
  const rows = context.kysely
    .selectFrom('earning')
    .selectAll()
    .where('dataset_id', '=', anyOf(datasets.map(({ id }) => id)))
    .where('release_id', '=', anyOf(datasets.flatMap(({ releaseIds }) => releaseIds)));
  const by = orderOf(orders, order, descending(EarningOrderField.PERIOD));
  return {
    rows: filter == null ? rows : narrowed(context, rows, filter),
    order: by,
    parts: by.name === 'PERIOD' ? partsOf(datasets, filter) : [],
    tally: () => tallyEarnings(context, datasets, filter),
  };
}

/**
 * Each dataset's earnings are in an index by period; all of them together are not. Those of projects are in another one: the
 * first would be read through for them.
 */
function partsOf(
  datasets: readonly DatasetVersion[],
  filter: EarningFilter | null | undefined,
): RawBuilder<boolean>[] {
  if (filter?.project != null) return [];
  return datasets.map(({ id }) => {
    const fits = filter == null ? undefined : hasAny(id, filter);
    return fits
      ? sql<boolean>`listed.dataset_id = ${id} and ${fits}`
      : sql<boolean>`listed.dataset_id = ${id}`;
  });
}

function narrowed({ kysely }: Context, earnings: Earnings, filter: EarningFilter): Earnings {
  const organisations = (slugs: readonly string[]) =>
    kysely.selectFrom('organisation').select('id').where('slug', '=', anyOf(slugs));
  const projects = kysely.selectFrom('project').select('id');
  let rows = earnings;
  if (filter.expert != null) rows = rows.where('expert_id', '=', anyOf(rowIdsOf('Expert', filter.expert)));
  if (filter.project != null)
    rows = rows.where('project_id', '=', anyOf(rowIdsOf('Project', filter.project)));
  if (filter.sector != null) {
    const slugs = anyOf(filter.sector);
    rows = rows.where('sector_id', 'in', kysely.selectFrom('sector').select('id').where('slug', '=', slugs));
  }
  if (filter.profession != null) {
    const codes = anyOf(filter.profession);
    rows = rows.where(
      'profession_id',
      'in',
      kysely.selectFrom('profession').select('id').where('soc_code', '=', codes),
    );
  }
  if (filter.platform != null) {
    rows = rows.where(
      'project_id',
      'in',
      projects.where('platform_id', 'in', organisations(filter.platform)),
    );
  }
  if (filter.laboratory != null) {
    rows = rows.where(
      'project_id',
      'in',
      projects.where('laboratory_id', 'in', organisations(filter.laboratory)),
    );
  }
  if (filter.country != null) {
    const countries = anyOf(filter.country);
    rows = rows.where(
      'expert_id',
      'in',
      kysely.selectFrom('expert').select('id').where('country', '=', countries),
    );
  }
  if (filter.currency != null) rows = rows.where('currency', '=', filter.currency);
  if (filter.from != null) rows = rows.where('period', '>=', filter.from).where('quarter', '>', 0);
  if (filter.to != null) rows = rows.where('period', '<=', filter.to).where('quarter', '>', 0);
  return rows;
}

const keyShape = /^(\d{1,15})\.(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/;

/** The earning of that key (`expert.period.id`), when a release that can be seen holds it. */
export async function findEarning(
  { kysely, versions }: Context,
  key: string,
): Promise<Row<'earning'> | undefined> {
  const [, expert, period, id] = keyShape.exec(key) ?? [];
  if (expert === undefined || id === undefined || !isCalendarDate(period ?? '')) return undefined;
  const releases = [...(await versions.all()).values()].flatMap(({ releaseIds }) => releaseIds);
  return kysely
    .selectFrom('earning')
    .selectAll()
    .where('expert_id', '=', Number(expert))
    .where('period', '=', period ?? '')
    .where('id', '=', Number(id))
    .where('release_id', '=', anyOf(releases))
    .executeTakeFirst();
}
