import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportFile } from '../../server/exports/export-file.ts';
import { importLedger } from '../../server/imports/ledger/import-ledger.ts';
import { readDescriptor } from '../../server/imports/package/descriptor.ts';
import { openTable } from '../../server/imports/readers/open-table.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { owner, publishRows, readBack } from './read-back.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  const rows = Array.from({ length: 40 }, (_, at) => ({
    expert: `e${at % 7}`,
    project: `p${at % 3}`,
    sector: 'Bug Fixes',
    date: '2025-03',
    units: at,
    hours: at / 3,
    amount: at / 100,
    currency: 'EUR',
  }));
  await publishRows(
    database,
    {
      slug: 'guild',
      measures: ['UNITS', 'HOURS', 'AMOUNT'],
      title: { en: 'The guild', fr: 'La guilde' },
      about: { en: 'Who did what.', fr: 'Qui a fait quoi.' },
      sectorNames: { 'Bug Fixes': { en: 'Bug fixes', fr: 'Corrections' } },
      citation: 'The guild, 2025.',
    },
    rows,
  );
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tacit-export-'));
  return () => rm(folder, { recursive: true });
});

const standardOutput = new PassThrough();
const write = (name: string, more: { format?: string; force?: boolean; signal?: AbortSignal } = {}) =>
  exportFile(
    database,
    { slug: 'guild', access: owner, path: name === '-' ? name : join(folder, name), force: false, ...more },
    standardOutput,
  );

describe('a file', () => {
  test.each([
    ['guild.csv', 'csv'],
    ['guild.jsonl', 'jsonl'],
    ['guild.ndjson', 'jsonl'],
    ['guild.parquet', 'parquet'],
  ] as const)('%s has the format of its name', async (name, format) => {
    expect((await write(name)).format).toBe(format);
    expect(await readBack(await readFile(join(folder, name)), format)).toHaveLength(40);
    expect(await readdir(folder)).toEqual([name]);
  });

  test.each(['guild.csv', 'guild.jsonl', 'guild.parquet'])('%s.gz is the same, compressed', async (name) => {
    await write(name);
    await write(`${name}.gz`);
    expect(gunzipSync(await readFile(join(folder, `${name}.gz`)))).toEqual(
      await readFile(join(folder, name)),
    );
  });

  test('is not written over without being told to, and then whole', async () => {
    await writeFile(join(folder, 'guild.csv'), 'mine');
    await expect(write('guild.csv')).rejects.toThrow(/guild\.csv exists; --force replaces it/);
    expect(await readFile(join(folder, 'guild.csv'), 'utf8')).toBe('mine');
    await write('guild.csv', { force: true });
    expect(await readBack(await readFile(join(folder, 'guild.csv')), 'csv')).toHaveLength(40);
  });

  test('that fails half way leaves what was there, and no litter', async () => {
    await writeFile(join(folder, 'guild.csv'), 'mine');
    const stop = new AbortController();
    const stopped = write('guild.csv', { force: true, signal: stop.signal });
    stop.abort();
    await expect(stopped).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['guild.csv']);
    expect(await readFile(join(folder, 'guild.csv'), 'utf8')).toBe('mine');
  });

  test('needs a folder to be in and a format', async () => {
    await expect(write('no/where.csv')).rejects.toThrow(/no folder/);
    await expect(write('guild')).rejects.toThrow(/does not tell a format; name one with --format/);
    await expect(write('guild', { format: 'xls' })).rejects.toThrow(
      /"xls" is not a format: csv, jsonl, parquet, package are/,
    );
  });

  test('on standard output is CSV', async () => {
    const received = buffer(standardOutput);
    await write('-');
    standardOutput.end();
    expect(await readBack(await received, 'csv')).toHaveLength(40);
  });
});

describe('a package', () => {
  test('is a folder that describes its rows, with their hash, and says that they are pseudonyms', async () => {
    await write('guild', { format: 'package' });
    expect((await readdir(join(folder, 'guild'))).sort()).toEqual(['datapackage.json', 'guild.csv']);
    const json = JSON.parse(await readFile(join(folder, 'guild/datapackage.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(json).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'guild',
      version: '1.0.0',
      licenses: [{ name: 'CC0-1.0' }],
      resources: [
        { ledger: { pseudonymous: true, release: 1, citation: 'The guild, 2025.', kind: 'LEDGER' } },
      ],
    });
  });

  test('gives the same dataset when it is imported elsewhere', async () => {
    await write('guild', { format: 'package' });
    const elsewhere = await openTestDatabase();
    const { resources } = await readDescriptor(join(folder, 'guild/datapackage.json'));
    const resource = resources[0]!;
    const path = join(folder, 'guild', resource.path);
    const bytes = await readFile(path);
    expect(resource).toMatchObject({
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    });
    const table = await openTable({ input: path, name: resource.path });
    const client = await elsewhere.pool.connect();
    await client.query('begin');
    await importLedger(client, {
      ledger: resource.ledger!,
      table,
      checksum: '',
      mode: 'REPLACE',
      name: 'guild',
    });
    await client.query('commit');
    client.release();
    await table.close();
    for (const sql of [facts, words]) {
      expect((await elsewhere.pool.query(sql)).rows).toEqual((await database.pool.query(sql)).rows);
    }
    await elsewhere.drop();
  });

  const words = `select dataset.slug, title_en, title_fr, about_en, about_fr, unit_en, unit_fr, kind, allotment, protected,
    measures, licence, citation, sector.slug as sector, name_en, name_fr from dataset join sector on dataset_id = dataset.id`;
  const facts = `select pseudonym, quarter, entries, amount_minor, hours, units, currency
    from expert_rollup join expert on expert.id = expert_id order by 1, 2`;

  test('takes the place of a package only, and only when told to', async () => {
    await write('guild', { format: 'package' });
    await expect(write('guild', { format: 'package' })).rejects.toThrow(/exists; --force/);
    await write('guild', { format: 'package', force: true });
    await mkdir(join(folder, 'letters'));
    await writeFile(join(folder, 'letters/to-ada.txt'), 'Dear Ada');
    await expect(write('letters', { format: 'package', force: true })).rejects.toThrow(
      /is not a data package/,
    );
    expect((await readdir(folder)).sort()).toEqual(['guild', 'letters']);
  });

  test('does not fit through standard output', async () => {
    await expect(write('-', { format: 'package' })).rejects.toThrow(/A package is a folder/);
  });
});
