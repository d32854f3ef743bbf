import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as runScaleOut } from '../../server/cli/scale-out.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { migrate } from '../../server/database/migrate.ts';
import { placements, tablesOf } from '../../server/database/scale-out/placement.ts';
import { scaleOut } from '../../server/database/scale-out/scale-out.ts';
import { createGraph } from '../../server/graphql/graph.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { createLogger } from '../../server/logging.ts';
import { projectPath } from '../../server/project-root.ts';
import { verify } from '../../server/verification/verify.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openSeededDatabase();
});
afterAll(() => database.drop());

async function running(...argv: string[]) {
  const said = { code: 0, out: '', err: '' };
  said.code = await runScaleOut(argv, {
    environment: { DATABASE_URL: database.url },
    out: (words) => void (said.out += words),
    err: (words) => void (said.err += words),
  });
  return said;
}

/** What is taken for Citus here: functions that only note what they were called with, as its catalogue would. */
const stubs = `
  create table pg_dist_partition (logicalrelid regclass primary key, place text);
  create function create_reference_table(name text) returns void language sql as
    $$ insert into pg_dist_partition values (name::regclass, 'reference') $$;
  create function create_distributed_table(name text, by text, shard_count int default 0, colocate_with text default '')
    returns void language sql as
    $$ insert into pg_dist_partition values (name::regclass, concat_ws(' ', by, shard_count, colocate_with)) $$;`;

const keysSql = `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as key from pg_constraint
  where contype = 'f' order by 1`;

describe('npm run scale-out', () => {
  test('every table has its place, and every key of a distributed one holds the expert', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
       and relnamespace = 'public'::regnamespace and relname <> 'mikro_orm_migrations' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(placements).sort());
    const { rows: without } = await database.pool.query(
      `select indexrelid::regclass from pg_index
       where indisunique and indrelid::regclass::text = any($1) and not exists (
         select from pg_attribute where attrelid = indrelid and attname = 'expert_id' and attnum = any(indkey))`,
      [tablesOf('DISTRIBUTED')],
    );
    expect(without).toEqual([]);
  });

  test('prints its plan and changes nothing', async () => {
    const { code, out } = await running('--dry-run', '--shards', '48');
    expect(code).toBe(0);
    const statements = out.trimEnd().split('\n');
    expect(statements.at(0)).toBe('begin;');
    expect(statements.at(-1)).toBe('commit;');
    expect(out).toContain(`select create_distributed_table('earning', 'expert_id', shard_count => 48);`);
    expect(out).toContain(
      `select create_distributed_table('expert_rollup', 'expert_id', colocate_with => 'earning');`,
    );
    const at = (part: string) => statements.findIndex((statement) => statement.includes(part));
    expect(at('drop constraint release_dataset_id_fkey')).toBeLessThan(
      at(`create_reference_table('dataset')`),
    );
    expect(at(`create_reference_table('expert')`)).toBeLessThan(at(`create_distributed_table('earning'`));
    expect(at('add constraint release_dataset_id_fkey')).toBeGreaterThan(
      at(`create_distributed_table('project`),
    );
    expect((await running('--dry-run', '--shards', '48')).out).toBe(out);
  });

  test('says what is lacking where there is no Citus', async () => {
    const { code, err } = await running();
    expect([code, err]).toEqual([1, expect.stringMatching(/create extension citus.*--dry-run/s)]);
  });

  test('its statements run: keys are as they were, numbers go on, and the second time there is nothing to do', async () => {
    await database.pool.query(stubs);
    const { rows: before } = await database.pool.query(keysSql);
    const client = await database.pool.connect();
    try {
      const { out } = await running('--dry-run');
      await client.query("set citus.multi_shard_modify_mode to 'parallel'");
      await client.query(out);
    } finally {
      client.release();
    }
    expect((await database.pool.query(keysSql)).rows).toEqual(before);
    const { rows } = await database.pool.query<{ name: string; place: string }>(
      `select logicalrelid::text as name, place from pg_dist_partition order by 1`,
    );
    const placed = Object.fromEntries(rows.map(({ name, place }) => [name, place]));
    expect(placed).toMatchObject({
      earning: 'expert_id 64 ',
      expert_rollup: 'expert_id 0 earning',
      dataset: 'reference',
    });
    expect(Object.keys(placed).sort()).toEqual([...tablesOf('DISTRIBUTED'), ...tablesOf('REFERENCE')].sort());
    const { rows: made } = await database.pool.query<{ id: number; most: number }>(
      `insert into organisation (slug, name, roles) values ('new', 'New', '{}')
       returning id, (select max(id) from organisation) as most`,
    );
    expect(made[0]!.id).toBe(made[0]!.most + 1);
    expect((await running('--dry-run')).out).toBe('begin;\ncommit;\n');
  });
});

const cluster = process.env['CITUS_URL'];

describe.runIf(cluster !== undefined)('on a real cluster (CITUS_URL)', () => {
  test('answers are those of one machine, and nothing differs', async () => {
    const spread = await connectDatabase({ url: cluster! });
    try {
      await migrate(spread);
      await loadSeeds(spread, { directory: projectPath('seeds') });
      const ask = async (of: typeof spread) => {
        const graph = await createGraph({ database: of, logger: createLogger('silent') });
        const { data, errors } =
          await graph.execute(`{ datasets(first: 100, filter: { kind: LEDGER }) { nodes {
          slug earnings(first: 3) { totalCount } concentration(measure: UNITS) { contributors total gini { value } } } } }`);
        await graph.stop();
        return { data, errors };
      };
      const before = await ask(spread);
      expect((await scaleOut(spread.pool, { shards: 8 })).length).toBeGreaterThanOrEqual(0);
      expect(await ask(spread)).toEqual(before);
      expect(await scaleOut(spread.pool, { shards: 8 })).toEqual([]);
      expect((await verify(spread.pool)).filter(({ different }) => different > 0)).toEqual([]);
    } finally {
      await spread.close();
    }
  }, 300_000);
});
