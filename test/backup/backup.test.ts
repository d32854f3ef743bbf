import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { run as runBackup } from '../../server/cli/backup.ts';
import { run as runRestore } from '../../server/cli/restore.ts';
import { run as runVerify } from '../../server/cli/verify.ts';
import { checksumOf, idOf } from '../../server/figures/figure-id.ts';
import { keepDrawing, packDrawing } from '../../server/figures/drawings.sql.ts';
import { keepFrozen, packData } from '../../server/figures/figures.sql.ts';
import { importFile } from '../../server/imports/import-file.ts';
import { readPseudonymKey } from '../../server/imports/pseudonyms/pseudonym-key.ts';
import { temporaryFolder } from '../embedded/support.ts';
import { importText, testKey } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;
let backup: string;
const blanks: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tacit-backup-'));
  database = await openSeededDatabase();
  await ledger('kept', 3);
  await ledger('kept', 4);
  await freeze();
  await readPseudonymKey(join(folder, 'data'));
  backup = join(folder, 'backup');
  expect(await running(runBackup, database.url, ['--out', backup])).toMatchObject({ code: 0, err: '' });
});
afterAll(async () => {
  await database.drop();
  for (const name of blanks) await administer(`drop database if exists ${name} with (force)`);
  await rm(folder, { recursive: true });
});

/** A release whose hours have digits without end, and names that COPY must escape. */
async function ledger(slug: string, factor: number): Promise<void> {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `w${i % 30},${i * factor},2025-03-0${(i % 9) + 1},"tab\t\\N ""é ${i % 5}",${i / 7}\n`,
  );
  await importText(database, `who,n,on,at,h\n${rows.join('')}`, {
    slug,
    mapping: { expert: 'who', units: 'n', date: 'on', project: 'at', hours: 'h' },
    mode: 'REPLACE',
  });
}

async function freeze(): Promise<void> {
  const said = {
    finding: 'A',
    measure: '',
    description: '',
    notes: [],
    tables: [],
    standing: { n: '', sources: [] },
  };
  const figure = {
    address: '/',
    figure: 'forest',
    headline: { value: 0.1 },
    simulated: false,
    releases: [],
    query: null,
    words: { en: said, fr: said },
    data: { en: {}, fr: {} },
  };
  const checksum = checksumOf(figure);
  const frozen = { ...figure, id: idOf(checksum), checksum, protected: false };
  await keepFrozen(database.kysely, frozen, await packData(figure.data));
  await keepDrawing(database.kysely, frozen.id, await packDrawing('<svg/>', 'en'));
}

type Command = typeof runBackup;

async function running(command: Command, url: string, argv: string[], dataDir = join(folder, 'data')) {
  const said = { code: 0, out: '', err: '' };
  said.code = await command(argv, {
    environment: { ...(url ? { DATABASE_URL: url } : {}), DATA_DIR: dataDir },
    out: (words) => void (said.out += words),
    err: (words) => void (said.err += words),
  });
  return said;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A database with nothing in it at all. */
async function blank(): Promise<string> {
  const name = `blank_${randomBytes(4).toString('hex')}`;
  blanks.push(name);
  await administer(`create database ${name}`);
  return database.url.replace(/\/test_\w+/, `/${name}`);
}

/** Of every table that holds rows, a digest of all of them as text; and where the sequences stand. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname <> 'mikro_orm_migrations' order by 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: digest } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' order by row::text)), '') as digest
         from "${name}" as row`,
      );
      content[name] = digest[0]!.digest;
    }
    const { rows: sequences } = await client.query<{ stand: string }>(
      `select string_agg(sequencename || ' ' || last_value, ',' order by 1) as stand from pg_sequences
       where last_value is not null and sequencename not like 'mikro%'`,
    );
    return { ...content, sequences: sequences[0]!.stand };
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  test('is restored into a new database to the last digit, and verified', async () => {
    const url = await blank();
    const { code, out, err } = await running(runRestore, url, [backup]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/rows of \d+ tables are as of .*; verified: nothing differs\.\n$/);
    const restored = await contentOf(url);
    expect(restored).toEqual(await contentOf(database.url));
    expect(restored['figure']).toMatch(/^1 /);
    expect(Object.keys(restored).filter((name) => /_of_\d+$/.test(name)).length).toBeGreaterThan(30);
    const sequence = `select nextval(pg_get_serial_sequence('earning', 'id'))::int as fresh`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ fresh: number; kept: number }>(
      `${sequence}, (select max(id)::int from earning) as kept`,
    );
    await client.end();
    expect(rows[0]!.fresh, 'goes on with new numbers').toBeGreaterThan(rows[0]!.kept);
  });

  test('is restored into the embedded database of a new data folder, with the key for pseudonyms', async () => {
    const place = temporaryFolder();
    try {
      const { code, out } = await running(runRestore, '', [backup, '--json'], place.path);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ different: 0 });
      expect(await readFile(join(place.path, 'pseudonym.key'), 'utf8')).toBe(
        await readFile(join(folder, 'data', 'pseudonym.key'), 'utf8'),
      );
      expect((await running(runVerify, '', [], place.path)).out).toMatch(/Nothing differs/);
    } finally {
      place.remove();
    }
  }, 60_000);

  test('made during an import holds the ledger as it was before, whole, and leaves the import alone', async () => {
    const before = await contentOf(database.url);
    const out = join(folder, 'during');
    let made: Awaited<ReturnType<typeof running>> | undefined;
    async function* file() {
      yield Buffer.from('who,n\n');
      yield Buffer.from(Array.from({ length: 30_000 }, (_, i) => `v${i % 90},${i}\n`).join(''));
      made = await running(runBackup, database.url, ['--out', out]);
      yield Buffer.from('last,1\n');
    }
    const report = await importFile(database, {
      input: Readable.from(file()),
      name: 'ledger.csv',
      mapping: { expert: 'who', units: 'n' },
      pseudonymKey: testKey,
      dataset: { slug: 'arriving' },
    });
    expect(report.release).toMatchObject({ rowsAdded: 30_001 });
    expect(made).toMatchObject({ code: 0, err: '' });
    const url = await blank();
    expect((await running(runRestore, url, [out])).code).toBe(0);
    const { sequences: _then, ...rows } = await contentOf(url);
    const { sequences: _now, ...expected } = before;
    expect(rows).toEqual(expected);
  });

  test('is readable by its owner alone', async () => {
    expect((await stat(backup)).mode & 0o077).toBe(0);
    for (const name of await readdir(backup)) expect((await stat(join(backup, name))).mode & 0o077).toBe(0);
  });

  test('takes the place of nothing', async () => {
    const { code, err } = await running(runBackup, database.url, ['--out', backup]);
    expect(code).toBe(1);
    expect(err).toContain(`${backup} exists`);
  });
});

describe('a restore refuses, and changes nothing,', () => {
  test('where the database holds anything', async () => {
    const before = await contentOf(database.url);
    const { code, err } = await running(runRestore, database.url, [backup]);
    expect(code).toBe(1);
    expect(err).toMatch(/not empty/);
    expect(await contentOf(database.url)).toEqual(before);
  });

  test.each([
    ['a folder that is no backup', async () => tmpdir(), /is no backup/],
    [
      'a backup with one byte changed',
      () =>
        altered('changed', async (copy) => {
          const path = join(copy, 'expert.copy.zst');
          const bytes = await readFile(path);
          bytes[bytes.length >> 1]! ^= 1;
          await writeFile(path, bytes);
        }),
      /expert\.copy\.zst (cannot be read|is not what it was)/,
    ],
    [
      'a backup that lacks a file',
      () => altered('lacking', (copy) => rm(join(copy, 'figure.copy.zst'))),
      /figure\.copy\.zst cannot be read/,
    ],
    [
      'a backup of a later version of Tacit',
      () =>
        altered('later', async (copy) => {
          const path = join(copy, 'backup.json');
          const manifest = JSON.parse(await readFile(path, 'utf8')) as { migrations: string[] };
          manifest.migrations.push('migration-20991231-unheard-of');
          await writeFile(path, JSON.stringify(manifest));
        }),
      /later version of Tacit \(migration-20991231-unheard-of\)/,
    ],
  ])('%s', async (_what, make, message) => {
    const url = await blank();
    const { code, err } = await running(runRestore, url, [await make()]);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    const rows = Object.entries(await contentOf(url)).filter(
      ([, content]) => content && !content.startsWith('0 '),
    );
    expect(rows).toEqual([]);
  });

  async function altered(name: string, alter: (copy: string) => Promise<unknown>): Promise<string> {
    const copy = join(folder, name);
    await cp(backup, copy, { recursive: true });
    await chmod(copy, 0o700);
    await alter(copy);
    return copy;
  }
});
