import { createHmac, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pseudonymiser } from '../../server/imports/pseudonyms/pseudonymiser.ts';
import { readPseudonymKey } from '../../server/imports/pseudonyms/pseudonym-key.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, importText, openFolder, type Folder } from './support.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await openFolder();
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

describe('the key', () => {
  test('is made on first use, for its owner alone, and is the same ever after, for several at once too', async () => {
    const dataDir = folder.path('data');
    const keys = await Promise.all(Array.from({ length: 8 }, () => readPseudonymKey(dataDir)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect((await stat(folder.path('data/pseudonym.key'))).mode & 0o777).toBe(0o600);
    expect(await readPseudonymKey(dataDir)).toEqual(keys[0]);
  });

  test('that was damaged is not replaced: people would become others', async () => {
    await folder.write('pseudonym.key', 'short\n');
    await expect(readPseudonymKey(folder.path('.'))).rejects.toThrow(/Restore it from a copy/);
  });
});

describe('a pseudonym', () => {
  test('is HMAC-SHA-256 of dataset and id', () => {
    for (const length of [1, 32, 64, 100]) {
      const key = randomBytes(length);
      const text = `slug\0${randomBytes(20).toString('hex')}é`;
      expect(new Pseudonymiser(key, 'slug').digest(text)).toEqual(
        createHmac('sha256', key).update(text).digest(),
      );
    }
    expect(new Pseudonymiser(Buffer.alloc(32), 'a').of('x')).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  test('differs by key, by dataset and by id, not by how an accent is written', () => {
    const key = Buffer.alloc(32, 1);
    const one = new Pseudonymiser(key, 'a').of('Zo\u00eb');
    expect(new Pseudonymiser(key, 'a').of('Zoe\u0308')).toBe(one);
    for (const other of [
      new Pseudonymiser(key, 'a').of('Zoe'),
      new Pseudonymiser(key, 'b').of('Zoë'),
      new Pseudonymiser(Buffer.alloc(32, 2), 'a').of('Zoë'),
    ]) {
      expect(other).not.toBe(one);
    }
  });
});

describe('names and addresses', () => {
  test('of contributors are hashed with a warning and stand nowhere in the database or the report', async () => {
    const rejectionFile = folder.path('rejected.csv');
    const content =
      'email,n\nann.lee@example.org,1\nbo@example.org,x\n"cy@example.org",3\ndi@example.org,4\ne@example.org,5\n';
    const report = await importText(database, content, {
      mapping: { expert: 'email', units: 'n' },
      keepGoing: true,
      rejectionFile,
    });
    expect(report.warnings).toMatchObject([{ code: 'EMAIL_AS_EXPERT', column: 'email' }]);
    const { rows } = await database.pool.query<{ dump: string }>(
      `select string_agg(expert::text, ' ') || (select string_agg(earning::text, ' ') from earning)
         || (select string_agg(setting::text, ' ') from setting) as dump from expert`,
    );
    for (const kept of [rows[0]!.dump, JSON.stringify(report), await readFile(rejectionFile, 'utf8')]) {
      expect(kept).not.toMatch(/example\.org|ann\.lee/);
    }
  });

  test.each([
    [
      'a column of addresses as the project',
      'id,contact\n1,a@b.org\n2,c@d.org\n',
      { expert: 'id', project: 'contact' },
    ],
    [
      'a column of people’s names as the kind of work',
      'id,author name\n1,Ann\n',
      { expert: 'id', sector: 'author name' },
    ],
  ])('%s are refused', async (_, content, mapping) => {
    await expect(importText(database, content, { mapping })).rejects.toThrow(/never stored/);
  });
});

test('the same person is one contributor in every import of a dataset, and another in another dataset', async () => {
  const [one, other] = [freshSlug(), freshSlug()];
  await importText(database, 'who\nann\n', { slug: one });
  await importText(database, 'who,n\nann,5\n', {
    slug: one,
    mapping: { expert: 'who', units: 'n' },
    mode: 'APPEND',
  });
  await importText(database, 'who\nann\n', { slug: other });
  const [first, second] = await factsOf(database, one);
  expect(first!.expert).toBe(second!.expert);
  expect((await factsOf(database, other))[0]!.expert).not.toBe(first!.expert);
});

test('a dataset’s own pseudonyms, come back in its export, stay who they are', async () => {
  const slug = freshSlug();
  await importText(database, 'who\nann\nbo\n', { slug });
  const facts = await factsOf(database, slug);
  const again = await importText(database, `who\n${facts.map(({ expert }) => expert).join('\n')}\n`, {
    slug,
  });
  expect(again.outcome).toBe('UNCHANGED');
});

test('another key than the dataset’s own is refused: everybody would be somebody new', async () => {
  const slug = freshSlug();
  await importText(database, 'who\nann\n', { slug });
  await expect(
    importText(database, 'who\nann\n', { slug, pseudonymKey: Buffer.alloc(32, 9) }),
  ).rejects.toThrow(/another key/);
});
