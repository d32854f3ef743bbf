import type pg from 'pg';
import { dayColumnsSql, type DayBuild } from '../cells/index.ts';
import { Findings, ledgersOf, type Check } from './check.ts';

interface Built extends DayBuild {
  releaseId: number;
}

const columns = ['experts', 'projects', 'sectors', 'professions', 'sizes', 'days', '"values"'].join(', ');

/** What the columns of some experts are, made again from the facts, and what is kept, both ways round. */
function differencesSql(build: DayBuild): string {
  return `
  with made as materialized (${dayColumnsSql(build)}),
  kept as materialized (
    select quarter, currency, slice, ${columns} from day_column
    where dataset_id = $1 and first_expert = $3 and measure = $5 and version = $6
  ),
  different as (
    (select * from made except all select * from kept) union all (select * from kept except all select * from made)
  )
  select count(*)::int as different from different`;
}

/** How many dated facts a release has, and how many have a day in the columns. */
const countsSql = `
  select (select count(*) from earning where dataset_id = $1 and release_id = $2 and quarter > 0)::int as facts,
    (select coalesce(sum(length(days)), 0) from day_column
      where dataset_id = $1 and measure = $3 and version = $4)::int as kept`;

/** The columns of days are those that the facts give, byte by byte, and no fact is missing. */
export const dayColumns: Check = {
  name: 'days: columns from the facts',
  async run(client) {
    const findings = new Findings();
    for (const { id, slug } of await ledgersOf(client)) {
      for (const build of await buildsOf(client, id)) await compare(client, { id, slug }, build, findings);
    }
    return findings.all;
  },
};

async function buildsOf(client: pg.ClientBase, datasetId: number): Promise<Built[]> {
  const { rows } = await client.query<Built>(
    `select measure, version, divisor, wide, magnitude, plain, release.id as "releaseId" from day_build
     join release on release.dataset_id = day_build.dataset_id and number = version
     where day_build.dataset_id = $1 order by measure, version`,
    [datasetId],
  );
  // What doubles could not add up has no columns.
  return rows.filter(({ magnitude }) => Number.isSafeInteger(magnitude));
}

async function compare(
  client: pg.ClientBase,
  { id, slug }: { id: number; slug: string },
  build: Built,
  findings: Findings,
): Promise<void> {
  const { measure, version, releaseId } = build;
  const name = `${slug}, release ${version}, ${measure}`;
  const { rows } = await client.query<{ facts: number; kept: number }>(countsSql, [
    ...[id, releaseId, measure, version],
  ]);
  const { facts, kept } = rows[0]!;
  findings.compared(facts);
  if (facts !== kept) findings.differs(`${name}: ${kept} of ${facts} facts`);
  const { rows: blocks } = await client.query<{ first: number; last: number }>(
    `select distinct first_expert as first, last_expert as last from day_column
     where dataset_id = $1 and measure = $2 and version = $3 order by 1`,
    [id, measure, version],
  );
  for (const { first, last } of blocks) {
    const values = [id, releaseId, first, last, measure, version];
    const { rows: found } = await client.query<{ different: number }>(differencesSql(build), values);
    if (found[0]!.different > 0)
      findings.differs(`${name}: experts ${first} to ${last}`, found[0]!.different);
  }
}
