import { createHash } from 'node:crypto';
import { getPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, importText, openFolder, traces } from './support.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const mapping = { expert: 'who', units: 'n' };
const csv = (...rows: [string, number][]): string =>
  `who,n\n${rows.map((row) => `${row.join(',')}\n`).join('')}`;

/** A file that arrives in two parts, the second when it is let go. */
function slowly(content: string): { input: Readable; finish: () => void } {
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  async function* parts() {
    yield Buffer.from(content.slice(0, 10));
    await held;
    yield Buffer.from(content.slice(10));
  }
  return { input: Readable.from(parts()), finish };
}

describe('releases of an imported dataset', () => {
  test('without a flag the file is the whole ledger; with APPEND it is an addition; the same file again is nothing', async () => {
    const slug = freshSlug();
    const first = csv(['a', 1], ['a', 1], ['b', 2]);
    expect(await importText(database, first, { slug, mapping })).toMatchObject({
      release: { number: 1, rowsAdded: 3 },
    });
    const again = await importText(database, first, { slug, mapping });
    expect(again).toMatchObject({ outcome: 'UNCHANGED', release: null, warnings: [{ code: 'SAME_FILE' }] });
    expect(
      await importText(database, csv(['b', 2], ['c', 3]), { slug, mapping, mode: 'APPEND' }),
    ).toMatchObject({
      release: { number: 2, rowsAdded: 1, rowsReversed: 0, contributors: 3 },
    });
    expect(await importText(database, csv(['c', 3], ['d', 4]), { slug, mapping })).toMatchObject({
      release: { number: 3, rowsAdded: 1, rowsReversed: 3, contributors: 2 },
    });
  });

  test('the same file is known by its bytes and not read again, unless its rows may no longer stand', async () => {
    const slug = freshSlug();
    const files = await openFolder();
    const [one, two] = [
      await files.write('one.csv', csv(['a', 3])),
      await files.write('two.csv', csv(['b', 2])),
    ];
    const load = (input: string, wishes: object = {}) =>
      importText(database, '', { slug, mapping, input, ...wishes });
    await load(one);
    expect(await load(one)).toMatchObject({
      outcome: 'UNCHANGED',
      rowsRead: 0,
      warnings: [
        { code: 'SAME_FILE', message: expect.stringContaining('Release 1 was made from this very file') },
      ],
      files: [
        {
          sha256: createHash('sha256')
            .update(csv(['a', 3]))
            .digest('hex'),
        },
      ],
    });
    expect(await load(one, { mapping: { expert: 'who' } }), 'read another way').toMatchObject({
      release: { number: 2 },
    });
    await load(one);
    expect(await load(two, { mode: 'APPEND' })).toMatchObject({ release: { number: 4 } });
    expect(await load(one, { mode: 'APPEND' })).toMatchObject({ outcome: 'UNCHANGED', rowsRead: 0 });
    expect(await load(two), 'the whole ledger now').toMatchObject({
      release: { number: 5, rowsReversed: 1 },
    });
    expect(await load(one, { mode: 'APPEND' })).toMatchObject({ release: { number: 6, rowsAdded: 1 } });
    await files.remove();
  });

  test('a report says what the time went to', async () => {
    const { phases, seconds } = await importText(database, csv(['a', 1]), { mapping });
    expect(Object.keys(phases)).toEqual([
      'OPENING',
      'READING',
      'NAMES',
      'FACTS',
      'INDEXES',
      'ROLLUPS',
      'CELLS',
      'COMMIT',
    ]);
    expect(Object.values(phases).reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(seconds);
  });

  test('many equal rows are all counted, again and again the same', async () => {
    const slug = freshSlug();
    const content = csv(
      ...Array.from({ length: 3000 }, (_, index): [string, number] => [`w${index % 7}`, index % 3]),
    );
    expect(await importText(database, content, { slug, mapping })).toMatchObject({
      release: { rowsAdded: 3000 },
    });
    expect(await importText(database, content, { slug, mapping })).toMatchObject({ outcome: 'UNCHANGED' });
    const more = await importText(database, `${content}w0,0\n`, { slug, mapping, mode: 'APPEND' });
    expect(more).toMatchObject({ release: { rowsAdded: 1 } });
  });

  test('a dry run says what would be and leaves nothing', async () => {
    const slug = freshSlug();
    const report = await importText(database, csv(['a', 1]), { slug, mapping, dryRun: true });
    expect(report).toMatchObject({ outcome: 'CHECKED', dryRun: true, release: { number: 1, rowsAdded: 1 } });
    expect(await traces(database, slug)).toBe(0);
  });

  test('a new dataset is protected and named by its slug; what is given of an old one changes, the rest stays', async () => {
    const slug = freshSlug();
    await importText(database, csv(['a', 1]), { slug, mapping });
    const read = () =>
      database.pool.query('select title_en, protected, licence, measures from dataset where slug = $1', [
        slug,
      ]);
    expect((await read()).rows).toEqual([
      { title_en: slug, protected: true, licence: null, measures: ['UNITS'] },
    ]);
    const dataset = { title: 'Mine', licence: 'CC0-1.0', protected: false };
    await importText(database, 'who,h\na,2\n', {
      slug,
      mapping: { expert: 'who', hours: 'h' },
      dataset,
      mode: 'APPEND',
    });
    await importText(database, csv(['b', 1]), { slug, mapping, mode: 'APPEND' });
    expect((await read()).rows).toEqual([
      { title_en: 'Mine', protected: false, licence: 'CC0-1.0', measures: ['UNITS', 'HOURS'] },
    ]);
  });
});

describe('refused with a code, nothing changed', () => {
  test('a retired dataset, the public record, an unknown one to append to', async () => {
    const slug = freshSlug();
    await importText(database, csv(['a', 1]), { slug, mapping });
    await database.pool.query('update dataset set retired_at = now() where slug = $1', [slug]);
    await expect(importText(database, csv(['b', 1]), { slug, mapping })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await database.pool.query(
      `insert into dataset (slug, title_en, title_fr, kind) values ('the-record', 'x', 'x', 'PUBLISHED')`,
    );
    await expect(importText(database, csv(['b', 1]), { slug: 'the-record', mapping })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const near = importText(database, csv(['b', 1]), {
      slug: `${slug.slice(0, -1)}z`,
      mapping,
      mode: 'APPEND',
    });
    await expect(near).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining(slug) });
  });

  test('amounts that add up to more than can be told exactly', async () => {
    const slug = freshSlug();
    const huge = `who,paid\n${Array.from({ length: 1000 }, (_, index) => `w${index},99999999999\n`).join('')}`;
    const paid = { expert: 'who', amount: 'paid', currency: 'USD' };
    await expect(importText(database, huge, { slug, mapping: paid })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await traces(database, slug)).toBe(0);
  });

  test('kinds of work without end', async () => {
    const slug = freshSlug();
    const content = `who,kind\n${Array.from({ length: 2500 }, (_, index) => `a,k${index}\n`).join('')}`;
    await expect(
      importText(database, content, { slug, mapping: { expert: 'who', sector: 'kind' } }),
    ).rejects.toThrow(/more than 2000/);
    expect(await traces(database, slug)).toBe(0);
  });

  test('a stream that fails half way, and an import that is called off', async () => {
    const slug = freshSlug();
    const failing = Readable.from(
      (async function* () {
        yield Buffer.from(csv(['a', 1]));
        throw new Error('the line went dead');
      })(),
    );
    await expect(importText(database, '', { slug, mapping, input: failing })).rejects.toThrow(
      'the line went dead',
    );
    const stop = new AbortController();
    const { input, finish } = slowly(csv(['a', 1], ['b', 2]));
    const called = importText(database, '', { slug, mapping, input, signal: stop.signal });
    stop.abort(new Error('never mind'));
    finish();
    await expect(called).rejects.toThrow('never mind');
    expect(await traces(database, slug)).toBe(0);
  });

  test('a database that goes away', async () => {
    const slug = freshSlug();
    const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    expect(rows).toHaveLength(1);
    // The table is held, so that the import is in the middle when its connection is cut.
    const holder = await database.pool.connect();
    await holder.query('begin; lock table earning in access exclusive mode');
    const cut = importText(database, csv(['a', 1]), { slug, mapping }).catch((error: unknown) => error);
    await wait(500);
    await holder.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active'`,
    );
    await holder.query('rollback');
    holder.release();
    expect(await cut).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await traces(database, slug)).toBe(0);
  });
});

describe('two imports at once', () => {
  test('into one dataset: the second is told, waits, and comes after the first', async () => {
    const slug = freshSlug();
    await importText(database, csv(['z', 9]), { slug, mapping });
    // Both have been opened and sampled before either writes.
    const phases: string[] = [];
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select pg_advisory_xact_lock(7402120, hashtext($1))', [slug]);
    const waiting = importText(database, csv(['a', 1]), {
      slug,
      mapping,
      mode: 'APPEND',
      report: ({ phase }) => void phases.push(phase),
    });
    for (let tries = 0; !phases.includes('WAITING') && tries < 100; tries += 1) await wait(50);
    expect(phases).toEqual(['WAITING']);
    await holder.query('commit');
    holder.release();
    expect(await waiting).toMatchObject({ release: { number: 2 } });
  });

  test('several into one dataset and several into others all end, each counted once', async () => {
    const slug = freshSlug();
    await importText(database, csv(['z', 9]), { slug, mapping });
    const dated = (year: number, who: string): string => `who,n,when\n${who},1,${year}-01-01\n`;
    const withDate = { ...mapping, date: 'when' };
    const reports = await Promise.all([
      ...['a', 'b', 'c'].map((who) =>
        importText(database, dated(2031, who), { slug, mapping: withDate, mode: 'APPEND' }),
      ),
      ...['a', 'b'].map((who) => importText(database, dated(2031, who), { mapping: withDate })),
    ]);
    expect(
      reports
        .slice(0, 3)
        .map(({ release }) => release?.number)
        .sort(),
    ).toEqual([2, 3, 4]);
    expect(reports.slice(3).map(({ release }) => release?.number)).toEqual([1, 1]);
    expect(await factsOf(database, slug)).toHaveLength(4);
  });

  test('a reader meanwhile sees the former release, whole', async () => {
    const slug = freshSlug();
    await importText(database, csv(['a', 1]), { slug, mapping });
    const { input, finish } = slowly(
      csv(...Array.from({ length: 500 }, (_, index): [string, number] => [`w${index}`, 1])),
    );
    const running = importText(database, '', { slug, mapping, input });
    await wait(300);
    const version = () => database.pool.query('select version from dataset where slug = $1', [slug]);
    expect((await version()).rows).toEqual([{ version: 1 }]);
    expect(await factsOf(database, slug)).toHaveLength(1);
    finish();
    await running;
    expect((await version()).rows).toEqual([{ version: 2 }]);
  });
});

test('a release gives way to whoever reads: the database works on it behind all others, on a connection that is nobody’s afterwards', async () => {
  // Where the system does not set one process of another account behind others, all stay alike.
  const behind = process.platform === 'linux' ? 5 : 0;
  const slug = freshSlug();
  const other = await database.pool.connect();
  await other.query('begin');
  // The lock of an import into the same ledger, which ours waits for.
  await other.query('select pg_advisory_xact_lock(7402120, hashtext($1))', [slug]);
  const importing = importText(database, csv(['a', 1], ['b', 2]), { slug, mapping });
  const priorities = async (condition: string): Promise<number[]> => {
    const { rows } = await database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and ${condition}`,
    );
    return rows.map(({ pid }) => getPriority(pid));
  };
  await expect.poll(() => priorities(`wait_event = 'advisory'`)).toEqual([behind]);
  expect(new Set(await priorities(`wait_event is distinct from 'advisory'`))).toEqual(new Set([0]));
  await other.query('rollback');
  other.release();
  expect(await importing).toMatchObject({ outcome: 'LOADED' });
  await expect.poll(async () => new Set(await priorities('true'))).toEqual(new Set([0]));
});
