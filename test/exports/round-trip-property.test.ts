import fc from 'fast-check';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../server/cli/import.ts';
import { run as simulate } from '../../server/cli/simulate.ts';
import { exportFile } from '../../server/exports/export-file.ts';
import { optionOf, type Role } from '../../server/imports/mapping/roles.ts';
import { proposeMapping, readSample } from '../../server/imports/propose-mapping.ts';
import { formerEmployers, seniorities } from '../../server/imports/values/background.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';
import { freshSlug, openFolder, type Folder } from '../imports/support.ts';
import { owner } from './read-back.ts';

let graph: OpenGraph;
let folder: Folder;
beforeAll(async () => {
  [graph, folder] = await Promise.all([openGraph(), openFolder()]);
});
afterAll(async () => {
  await graph.close();
  await folder.remove();
});

/** Runs the command of an import, which must keep every row. */
async function imported(...argv: string[]): Promise<void> {
  const environment = { DATABASE_URL: graph.database.url, DATA_DIR: folder.path('data') };
  let said = '';
  const say = (text: string) => void (said += text);
  expect(await run(argv, { environment, out: say, err: say }), said).toBe(0);
}

const names = [
  'expert',
  'project',
  'sector',
  'profession',
  'date',
  'units',
  'hours',
  'amount',
  'improvement',
];
const own = ['expert-profession', 'country', 'seniority', 'former-employer'];
const columns = [...names, ...own].flatMap((name) => [`--${name}`, name.replaceAll('-', '_')]);

const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { freq: 4 });
const decimal = (digits: number, max: number) =>
  fc.integer({ min: 1, max }).map((whole) => Number((whole / 10 ** digits).toFixed(digits)));
const socCode = fc.constantFrom('23-1011', '15-1252', '29-1229', '13-2051');
/** Names that spreadsheets, separators and quotes make hard. */
const label = fc.constantFrom(
  'law',
  'Coding',
  '=1+1',
  '-x',
  'a,b',
  'say "so"',
  'Élan vital',
  'tab\tin it',
  '@home',
);

const people = fc.array(
  fc.record({
    expert_profession: maybe(socCode),
    country: maybe(fc.constantFrom('US', 'FR', 'KE')),
    seniority: maybe(fc.constantFrom(...seniorities)),
    former_employer: maybe(fc.constantFrom(...formerEmployers)),
    work: fc.array(
      fc.record({
        project: maybe(fc.constantFrom('p1', '=p2', 'P "3"')),
        sector: maybe(label),
        profession: maybe(socCode),
        date: maybe(fc.constantFrom('2024-02-29', '2025-01-01', '2025-12-31', '1999-07-04')),
        units: decimal(2, 9_999),
        hours: maybe(decimal(3, 40_000)),
        amount: maybe(decimal(2, 10_000_000)),
        improvement: maybe(decimal(4, 100_000)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 30 },
);

/** What is said of the ledger, as a whole and in every part; identical where the rows are. */
async function statistics(slug: string): Promise<unknown> {
  const { measures } = (
    await graph.ask<{ dataset: { measures: string[] } }>(`{ dataset(slug: "${slug}") { measures } }`)
  ).dataset;
  const say = `contributors excluded total currency gini { value interval { low high } } theil hhi p90p10
    topShare(fraction: 0.1) { value } halfShare { value } lorenz(points: 11) { measureShare }`;
  const fields = measures.flatMap((measure) => [
    `${measure}: concentration(measure: ${measure}) { ${say} }`,
    `${measure}_FR: concentration(measure: ${measure}, filter: { country: ["FR"] }) { ${say} }`,
    ...['SECTOR', 'PROJECT', 'PROFESSION', 'QUARTER'].map(
      (dimension) =>
        `${measure}_${dimension}: concentrationBy(measure: ${measure}, dimension: ${dimension}) { label concentration { ${say} } }`,
    ),
  ]);
  const { dataset } = await graph.ask<{ dataset: Record<string, unknown> }>(
    `{ dataset(slug: "${slug}") { kind allotment unit about citation measures ${fields.join('\n')}
      experts(first: 100) { nodes { pseudonym country seniority formerEmployer profession { socCode } } } } }`,
  );
  const { experts, ...rest } = dataset as { experts: { nodes: { pseudonym: string }[] } };
  const byName = (a: { pseudonym: string }, b: { pseudonym: string }) => (a.pseudonym < b.pseudonym ? -1 : 1);
  // Groups of equal totals stand in the order of row ids, which are new.
  const sorted = Object.entries(rest).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value,
  ]);
  return { ...Object.fromEntries(sorted), experts: experts.nodes.sort(byName) };
}

async function exported(slug: string, format: string): Promise<string> {
  const path = folder.path(`${slug}-${format}`);
  await exportFile(graph.database, { slug, format, path, force: true, access: owner }, new PassThrough());
  return format === 'package' ? join(path, 'datapackage.json') : path;
}

describe('import of an export, of ledgers with every column', () => {
  test('gives identical statistics and the same experts, in every format', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom('USD', 'JPY', 'KWD'), async (experts, currency) => {
        const rows = experts.flatMap(({ work, ...person }, i) =>
          work.map((earning) => ({ expert: `id-${i}`, ...person, ...earning })),
        );
        const first = freshSlug();
        const file = await folder.write(`${first}.jsonl`, rows.map((row) => JSON.stringify(row)).join('\n'));
        // A file without any value has no such column.
        const there = columns.filter((_, at) => rows.some((row) => columns[at | 1]! in row));
        await imported(file, '--dataset', first, '--open', '--currency', currency, ...there);
        const expected = await statistics(first);
        for (const format of ['csv', 'jsonl', 'parquet', 'package'] as const) {
          const again = `${first}-${format}`;
          const path = await exported(first, format);
          if (format === 'package') await imported(path, '--dataset', again);
          else {
            const { columns: found } = proposeMapping(await readSample({ input: path, name: path, format }));
            const mapped = Object.entries(found).flatMap(([role, name]) => [optionOf(role as Role), name]);
            await imported(
              path,
              '--dataset',
              again,
              '--pseudonymous',
              '--open',
              '--format',
              format,
              ...mapped,
            );
          }
          expect(await statistics(again), format).toEqual(expected);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  test('a simulated market keeps its kind, its experts and their names', async () => {
    const environment = { DATABASE_URL: graph.database.url, DATA_DIR: folder.path('data') };
    const argv = ['--dataset', 'sim', '--experts', '60', '--earnings', '300', '--seed', '3'];
    expect(await simulate(argv, { environment, out: () => undefined, err: () => undefined })).toBe(0);
    await imported(await exported('sim', 'package'), '--dataset', 'sim-again');
    const again = await statistics('sim-again');
    expect(again).toEqual(await statistics('sim'));
    expect(again).toMatchObject({ kind: 'SIMULATED' });
    const { experts } = again as { experts: { pseudonym: string; seniority: string | null }[] };
    expect(experts.every(({ pseudonym }) => pseudonym.startsWith('SIMULATED-'))).toBe(true);
    expect(experts.every(({ seniority }) => seniority !== null)).toBe(true);
  });
});
