import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFiles } from '../../server/imports/import-file.ts';
import { readForeignPackage, type PackageWishes } from '../../server/imports/package/foreign-package.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, openFolder, testKey, type Folder } from './support.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await openFolder();
  await mkdir(folder.path('data'));
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

const none: PackageWishes = { resource: undefined, mapping: {}, dataset: {}, reading: {} };

async function load(descriptor: object, wishes: Partial<PackageWishes> = {}) {
  const path = await folder.write('datapackage.json', JSON.stringify(descriptor));
  const ledgers = await readForeignPackage(path, { ...none, ...wishes });
  const reports = [];
  for (const { files, mapping, dataset } of ledgers) {
    reports.push(await importFiles(database, files, { mapping, dataset, pseudonymKey: testKey }));
  }
  return reports;
}

describe('a Frictionless Data Package', () => {
  test('of version 1: profile, dialect, Latin-1, md5, missing values, columns proposed from their names', async () => {
    const bytes = Buffer.from('Prestataire;Montant EUR;Heures\nZoë;1.234,50;n/a\nBo;7,5;2,5\n', 'latin1');
    await folder.write('data/v1.csv', bytes);
    const [report] = await load({
      profile: 'tabular-data-package',
      name: 'union-survey',
      title: 'Enquête',
      licenses: [{ name: 'ODC-BY-1.0' }],
      resources: [
        {
          ...{
            name: 'survey',
            path: 'data/v1.csv',
            profile: 'tabular-data-resource',
            encoding: 'iso-8859-1',
            format: 'csv',
          },
          dialect: { delimiter: ';', caseSensitiveHeader: false },
          schema: {
            fields: [
              { name: 'Prestataire', type: 'string' },
              { name: 'Montant EUR', type: 'number', decimalChar: ',' },
            ],
            missingValues: ['', 'n/a'],
          },
          hash: createHash('md5').update(bytes).digest('hex'),
        },
      ],
    });
    expect(report).toMatchObject({ dataset: 'union-survey', outcome: 'LOADED', rowsKept: 2 });
    expect(await factsOf(database, 'union-survey')).toMatchObject([
      { amount: 750, currency: 'EUR', hours: 2.5 },
      { amount: 123_450, hours: null },
    ]);
    const { rows } = await database.pool.query(
      `select title_en, licence from dataset where slug = 'union-survey'`,
    );
    expect(rows).toEqual([{ title_en: 'Enquête', licence: 'ODC-BY-1.0' }]);
  });

  test('of version 2: several files of one resource, gzipped, with the command line’s mapping before the package’s', async () => {
    await folder.write('data/a.csv.gz', gzipSync('worker,pieces\na,1\n'));
    await folder.write('data/b.csv.gz', gzipSync('worker,pieces\na,2\n'));
    const [report] = await load(
      {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        resources: [
          {
            name: 'work',
            type: 'table',
            path: ['data/a.csv.gz', 'data/b.csv.gz'],
            schema: { fields: [], missingValues: [{ value: 'NA' }] },
          },
        ],
      },
      { dataset: { slug: 'work-v2' }, mapping: { expert: 'worker', hours: 'pieces' } },
    );
    expect(report).toMatchObject({ rowsRead: 2, release: { rowsAdded: 2, contributors: 1 } });
    expect((await factsOf(database, 'work-v2')).map(({ hours }) => hours)).toEqual([1, 2]);
  });

  test('that says by itself what its ledgers are needs no option', async () => {
    await folder.write('data/c.csv', 'p,q\nx,3\n');
    const own = {
      slug: 'own-ledger',
      title: { en: 'Own', fr: 'Propre' },
      unit: { en: 'pieces', fr: 'pièces' },
      protected: false,
      kind: 'SIMULATED',
      columns: { expert: 'p', units: 'q' },
    };
    const [report] = await load({
      name: 'x',
      resources: [
        { name: 'other', path: 'data/none.csv' },
        { name: 'c', path: 'data/c.csv', ledger: own },
      ],
    });
    expect(report).toMatchObject({ dataset: 'own-ledger', rowsKept: 1 });
    const { rows } = await database.pool.query(
      `select title_fr, unit_fr, protected, kind from dataset where slug = 'own-ledger'`,
    );
    expect(rows).toEqual([{ title_fr: 'Propre', unit_fr: 'pièces', protected: false, kind: 'SIMULATED' }]);
  });

  test.each<[string, object, RegExp]>([
    [
      'a file that is not the one described',
      { name: 'x', resources: [{ name: 'a', path: 'data/c.csv', hash: 'sha256:00' }] },
      /its sha256 differs/,
    ],
    [
      'an address on the network',
      { name: 'x', resources: [{ name: 'a', path: 'https://example.org/a.csv' }] },
      /nothing is fetched/,
    ],
    [
      'a path out of the folder',
      { name: 'x', resources: [{ name: 'a', path: '../../etc/passwd' }] },
      /not a file in the package's folder/,
    ],
    [
      'several resources, none of them a ledger',
      {
        name: 'x',
        resources: [
          { name: 'a', path: 'a' },
          { name: 'b', path: 'b' },
        ],
      },
      /name the ledger with --resource/,
    ],
    ['rows in the descriptor', { name: 'x', resources: [{ name: 'a', data: [] }] }, /put them in a file/],
    ['no resources', { name: 'x', resources: [] }, /not a data package that can be read/],
    [
      'a file without a header',
      { name: 'x', resources: [{ name: 'a', path: 'data/c.csv', dialect: { header: false } }] },
      /no header line/,
    ],
    [
      'nobody who did the work',
      { name: 'x', resources: [{ name: 'a', path: 'data/c.csv' }] },
      /name the column with --expert/,
    ],
  ])('with %s is refused', async (_, descriptor, reason) => {
    await expect(load(descriptor)).rejects.toThrow(reason);
  });
});
