import type { Database } from '../../server/database/connect.ts';
import type { Pool } from './generated-operations.ts';

/** Makes of the seeds what they do not have: a protected and a retired ledger, odd money, odd words, work of no date. */
export async function addOddRows({ pool }: Database): Promise<void> {
  await pool.query(`
    update dataset set protected = true where slug = 'tscircuit';
    update dataset set retired_at = '2026-01-02T03:04:05.678901Z' where slug = 'rte';
    update dataset set unit_fr = null, licence = null where slug = 'mmteb';
    update project set name = E'A "quoted" \\\\ name,\\n\\ttabbed \\u2028 \\U0001F600 \\u0001' where id % 7 = 0;
    update project set sector_id = (select max(id) from sector where dataset_id is not null) where id % 11 = 0;
    update expert set country = 'FR', seniority = 'SENIOR', former_employer = 'BANK',
      profession_id = (select max(id) from profession) where id % 3 = 0;
    update earning set currency = 'JPY', amount_minor = 12345 where id % 5 = 0;
    update earning set currency = 'KWD', amount_minor = -7 where id % 5 = 1;
    update earning set currency = 'EUR', amount_minor = 100000 where id % 5 = 2;
    update earning set currency = '', amount_minor = 5 where id % 5 = 3;
    update earning set hours = 0.10, improvement = 1e-7, project_id = 0, sector_id = 0, reversal = true where id % 13 = 0;
    update earning set quarter = 0 where id % 17 = 0;
    analyze`);
}

/** What there is to be filtered by. */
export async function readPool({ pool }: Database): Promise<Pool> {
  const column = async (sql: string): Promise<unknown[]> => {
    const { rows } = await pool.query<{ value: unknown }>(sql);
    return rows.map(({ value }) => value);
  };
  const ids = (noun: string, table: string) =>
    column(
      `select rtrim(encode(convert_to('${noun}:' || id, 'UTF8'), 'base64'), '=') as value from ${table} order by id % 17, id limit 20`,
    );
  const slugs = (table: string) => column(`select slug as value from ${table} order by id limit 25`);
  return {
    dataset: ['mmteb', 'mmteb', 'code4rena', 'rte', 'public-record', 'tscircuit'],
    slug: ['mmteb', 'tscircuit', 'rte', 'public-record', 'code4rena', 'software-engineering'],
    expert: [...(await ids('Expert', 'expert')), 'RXhwZXJ0OjE'],
    project: await ids('Project', 'project'),
    sector: await slugs('sector'),
    profession: await column('select soc_code as value from profession order by id limit 20'),
    platform: await slugs('organisation'),
    laboratory: await slugs('organisation'),
    organisation: await slugs('organisation'),
    source: await slugs('source'),
    country: ['US', 'FR', 'DE', 'FR', 'US', 'XX'],
    currency: ['USD', 'EUR', 'JPY', 'USD', 'EUR', 'usd'],
    from: ['2024-01-01', '2025-01-01', '2023-05-05', '2025-13'],
    to: ['2026-01-01', '2025-06-30', '2025-06-01', '2025-02-30'],
    search: ['a', 'AI', 'ingénieur', '50%'],
    majorGroup: ['13', '15', '29'],
    metric: await column('select distinct metric as value from market_fact order by 1 limit 10'),
    unit: ['USD', 'percent', 'people'],
    language: ['en', 'fr'],
    ...(await cursors(pool)),
  };
}

/** Cursors from within lists of the usual order, by type; and, for whatever list, some of all and things that are none. */
async function cursors(pool: Database['pool']): Promise<Pool> {
  const { rows } = await pool.query<{ type: string; tag: string; key: string; id: number }>(`
    (select 'Expert' as type, 'PSEUDONYM' as tag, pseudonym as key, id from expert order by id % 31, id limit 6)
    union all (select 'Earning', '-PERIOD', period::text, id from earning order by id % 31, id limit 6)
    union all (select 'Project', 'NAME', lower(name), id from project order by id % 31, id limit 4)
    union all (select 'Organisation', 'NAME', lower(name), id from organisation order by id % 31, id limit 4)
    union all (select 'Profession', 'SOC_CODE', soc_code, id from profession order by id % 31, id limit 4)
    union all (select 'Dataset', 'SLUG', slug, id from dataset order by id limit 4)
    union all (select 'Source', '-PUBLISHED_ON', coalesce(published_on, ''), id from source order by id % 31, id limit 4)
    union all (select 'PayObservation', '-OBSERVED_ON', coalesce(observed_on, ''), id from pay_observation order by id % 31, id limit 4)
    union all (select 'MarketFact', '-AS_OF', coalesce(as_of, ''), id from market_fact order by id % 31, id limit 4)
    union all (select 'Sector', 'POSITION', (coalesce(dataset_id, 0)::int8 * 1000000 + position)::text, id from sector order by id limit 4)`);
  const byType = Map.groupBy(rows, ({ type }) => type);
  const pools: Record<string, string[]> = { after: ['nonsense', ''], before: ['nonsense', ''] };
  for (const [type, found] of byType) {
    const made = found.map(({ tag, key, id }) =>
      Buffer.from(JSON.stringify([tag, key, id])).toString('base64url'),
    );
    for (const name of ['after', 'before']) {
      pools[`${name} ${type}Connection`] = made;
      pools[name]!.push(made[0]!);
    }
  }
  return pools;
}
