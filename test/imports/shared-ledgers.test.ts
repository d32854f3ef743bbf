import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../../server/imports/import-request.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { freshSlug, importText } from './support.ts';

// The research folder beside the project, where it is there; a clone alone has none, and these then pass over nothing.
const shared = fileURLToPath(new URL('../../../shared/data/ledgers/', import.meta.url));
const present = existsSync(shared);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

const mapping: ColumnMapping = {
  ...{ expert: 'contributor_id', project: 'project', sector: 'sector', date: 'date', units: 'units' },
  ...{ amount: 'amount', currency: 'currency' },
};

/** Each contributor's total of a column, by itself: another parser, plain sums. */
function totalsOf(content: string, column: string): number[] {
  const records = parse(content, { columns: true }) as Record<string, string>[];
  const totals = new Map<string, number>();
  for (const { contributor_id: id = '', [column]: value } of records)
    totals.set(id, (totals.get(id) ?? 0) + Number(value ?? 0));
  return [...totals.values()].filter((total) => total > 0).sort((one, other) => one - other);
}

/** By the definition: the mean absolute difference of all pairs over twice the mean. */
function gini(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let differences = 0;
  for (const one of values) for (const other of values) differences += Math.abs(one - other);
  return differences / (2 * values.length ** 2 * mean);
}

async function rollupOf(slug: string, column: string): Promise<number[]> {
  const { rows } = await database.pool.query<{ total: number }>(
    `select sum(${column})::float8 as total from expert_rollup join dataset on dataset.id = dataset_id
     where slug = $1 group by expert_id having sum(${column}) > 0 order by 1`,
    [slug],
  );
  return rows.map(({ total }) => (column === 'amount_minor' ? total / 100 : total));
}

function expectSame(loaded: readonly number[], expected: readonly number[]): void {
  expect(loaded).toHaveLength(expected.length);
  for (const [index, value] of loaded.entries())
    expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-9 * Math.max(1, value));
  expect(Math.abs(gini(loaded) - gini(expected))).toBeLessThan(1e-9);
}

describe('real ledgers that nobody here shaped (where ../shared is present; nothing is asserted elsewhere)', () => {
  test.each([
    ['mmteb_points', 'units', 'units'],
    ['adult_content_labels', 'units', 'units'],
    ['crowdspeech_transcripts', 'units', 'units'],
    ['code4rena_awards', 'amount', 'amount_minor'],
    ['code4rena_awards', 'units', 'units'],
    ['self_dialogue_mturk', 'amount', 'amount_minor'],
    ['self_dialogue_mturk', 'work_hours', 'hours'],
    ['prism_conversations', 'units', 'units'],
  ])(
    '%s by %s: every contributor’s total and the Gini are those of an independent computation',
    async (name, column, rolled) => {
      if (!present) return;
      const content = await readFile(`${shared}${name}.csv`, 'utf8');
      const slug = freshSlug();
      const hours = column === 'work_hours' ? { hours: column } : {};
      const report = await importText(database, content, { slug, name, mapping: { ...mapping, ...hours } });
      expect(report).toMatchObject({ outcome: 'LOADED', rowsRejected: 0 });
      expectSame(await rollupOf(slug, rolled), totalsOf(content, column));
    },
  );

  test('asked freelance rates as rates: one hour at each, so that each is its own hourly rate', async () => {
    if (!present) return;
    const content = await readFile(`${shared}pay_freelance_rates.csv`, 'utf8');
    const slug = freshSlug();
    const rates = {
      expert: 'contributor_id',
      project: 'platform',
      sector: 'profession',
      rate: 'hourly_rate',
      currency: 'currency',
    };
    expect(await importText(database, content, { slug, mapping: rates })).toMatchObject({
      outcome: 'LOADED',
      rowsKept: 2813,
    });
    expectSame(await rollupOf(slug, 'amount_minor'), totalsOf(content, 'hourly_rate'));
    const { rows } = await database.pool.query<{ median: number }>(
      `select percentile_cont(0.5) within group (order by amount_minor / hours / 100) as median
       from earning join dataset on dataset.id = dataset_id join project on project.id = project_id
       where slug = $1 and project.key = 'upwork' and hours = 1`,
      [slug],
    );
    expect(rows[0]!.median).toBeCloseTo(28, 9);
  });

  test('a month that somebody has marked "2025-06-modified" is told, not guessed', async () => {
    if (!present) return;
    const content = await readFile(`${shared}tscircuit_sponsorships.csv`, 'utf8');
    const report = await importText(database, content, { mapping });
    expect(report).toMatchObject({ outcome: 'REJECTED', rowsRead: 220, rowsRejected: 6 });
    expect(report.rejections[0]).toMatchObject({ line: 21, column: 'date', value: '2025-06-modified' });
  });
});

test('random ledgers with every trait give the totals of an independent computation', async () => {
  let state = 7;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const plain: string[] = ['contributor_id,amount,units'];
  const french: string[] = ['Intervenant;Montant;Unités;Jour'];
  for (let row = 0; row < 3000; row += 1) {
    const [who, cents, units] = [`p${draw(draw(200) + 1)}`, draw(2_000_000) - 20_000, draw(5)];
    plain.push(`${who},${cents / 100},${units}`);
    const grouped = (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
    french.push(`${who};${grouped} €;${units};${String(draw(28) + 1).padStart(2, '0')}/0${draw(9) + 1}/2025`);
  }
  const slug = freshSlug();
  const report = await importText(database, Buffer.from(`\ufeff${french.join('\r\n')}`, 'utf16le'), {
    slug,
    mapping: { expert: 'Intervenant', amount: 'Montant', units: 'unites', date: 'Jour' },
  });
  expect(report).toMatchObject({ outcome: 'LOADED', rowsKept: 3000 });
  expectSame(await rollupOf(slug, 'amount_minor'), totalsOf(plain.join('\n'), 'amount'));
  expectSame(await rollupOf(slug, 'units'), totalsOf(plain.join('\n'), 'units'));
});
