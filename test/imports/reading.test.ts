import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { factsOf, freshSlug, importText, openFolder, type Folder } from './support.ts';

let database: TestDatabase;
let folder: Folder;
beforeAll(async () => {
  database = await openSeededDatabase();
  folder = await openFolder();
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

describe('what can be read in two ways is asked, never guessed', () => {
  const dates = (...days: string[]): string =>
    `who,when\n${days.map((day, index) => `w${index},${day}\n`).join('')}`;
  const dated = { expert: 'who', date: 'when' };
  const unclear = dates(
    ...Array.from({ length: 1200 }, (_, index) => `0${(index % 9) + 1}/${(index % 12) + 1}/2025`),
  );

  test('dates: a day above twelve anywhere tells, in the first rows or in a file that can be read twice', async () => {
    const slug = freshSlug();
    await importText(database, dates('03/04/2025', '25/04/2025'), { slug, mapping: dated });
    expect((await factsOf(database, slug)).map(({ period }) => period)).toEqual(['2025-04-03', '2025-04-25']);
    const american = freshSlug();
    const path = await folder.write('late.csv', `${unclear}last,03/25/2025\n`);
    await importText(database, '', { slug: american, input: path, mapping: dated });
    expect((await factsOf(database, american)).at(-1)).toMatchObject({ period: '2025-09-12' });
  });

  test('dates: none that tells, or some that contradict, ask for --date-order, which is then believed', async () => {
    const asks = /Say it with --date-order DMY or --date-order MDY/;
    await expect(importText(database, unclear, { mapping: dated })).rejects.toThrow(asks);
    await expect(importText(database, dates('25/03/2025', '03/25/2025'), { mapping: dated })).rejects.toThrow(
      asks,
    );
    const slug = freshSlug();
    await importText(database, dates('03/04/2025'), { slug, mapping: dated, dateOrder: 'MDY' });
    expect((await factsOf(database, slug))[0]).toMatchObject({ period: '2025-03-04' });
  });

  test('numbers: decimal commas are seen, and 1,234 alone is asked', async () => {
    const paid = { expert: 'who', amount: 'paid', currency: 'EUR' };
    const slug = freshSlug();
    await importText(database, 'who;paid\na;1.234,50\nb;7,5\nc;1 000,25 €\n', { slug, mapping: paid });
    expect((await factsOf(database, slug)).map(({ amount }) => amount)).toEqual([750, 100_025, 123_450]);
    const alone = 'who;paid\na;1,234\n';
    await expect(importText(database, alone, { mapping: paid })).rejects.toThrow(
      /--decimal point or --decimal comma/,
    );
    const told = freshSlug();
    await importText(database, alone, { slug: told, mapping: paid, decimalMark: 'COMMA' });
    expect((await factsOf(database, told))[0]).toMatchObject({ amount: 123 });
  });

  test('currencies: a clear sign is taken, $ is asked, and what is said settles it', async () => {
    const amounts = 'who,paid\na,€5\nb,£3\n';
    const slug = freshSlug();
    await importText(database, amounts, { slug, mapping: { expert: 'who', amount: 'paid' } });
    expect((await factsOf(database, slug)).map(({ currency }) => currency)).toEqual(['GBP', 'EUR']);
    const dollars = 'who,paid\na,"$1,005.50"\n';
    await expect(
      importText(database, dollars, { mapping: { expert: 'who', amount: 'paid' } }),
    ).rejects.toThrow(/--currency USD/);
    for (const told of [
      { mapping: { expert: 'who', amount: 'paid', currency: 'usd' } },
      { mapping: { expert: 'who', amount: 'paid' }, currencySigns: { $: 'USD' } },
    ]) {
      const own = freshSlug();
      await importText(database, dollars, { slug: own, ...told });
      expect((await factsOf(database, own))[0]).toMatchObject({ amount: 100_550, currency: 'USD' });
    }
  });
});

describe('small print', () => {
  test('a row without a units column is one unit, one without a date is in no period', async () => {
    const slug = freshSlug();
    await importText(database, 'who\na\n', { slug });
    expect(await factsOf(database, slug)).toMatchObject([
      { units: 1, period: '0001-01-01', amount: null, currency: null },
    ]);
  });

  test('an hourly rate is one hour at that rate, or rate times hours', async () => {
    const slug = freshSlug();
    await importText(database, 'who,rate,h\na,$40,1.5\n', {
      slug,
      mapping: { expert: 'who', rate: 'rate', currency: 'USD' },
    });
    expect(await factsOf(database, slug)).toMatchObject([{ hours: 1, amount: 4000 }]);
    const worked = freshSlug();
    await importText(database, 'who,rate,h\na,$40,1.5\n', {
      slug: worked,
      mapping: { expert: 'who', rate: 'rate', hours: 'h', currency: 'USD' },
    });
    expect(await factsOf(database, worked)).toMatchObject([{ hours: 1.5, amount: 6000 }]);
  });

  test('values that stand for nothing are nothing, when they are named', async () => {
    const slug = freshSlug();
    await importText(database, 'who,n,h\na,2,NA\n', {
      slug,
      mapping: { expert: 'who', units: 'n', hours: 'h' },
      missingValues: ['NA'],
    });
    expect(await factsOf(database, slug)).toMatchObject([{ units: 2, hours: null }]);
  });

  test('a profession is found by code or by title, in English or French; another is counted and left out', async () => {
    const report = await importText(database, 'who,job\na,23-1011.00\nb,Lawyers\nc,wizard\n', {
      mapping: { expert: 'who', profession: 'job' },
    });
    expect(report.outcome).toBe('LOADED');
    expect(report.warnings).toMatchObject([
      { code: 'UNKNOWN_PROFESSIONS', message: expect.stringContaining('1 rows') },
    ]);
  });

  test('one kind of work for all rows', async () => {
    const slug = freshSlug();
    await importText(database, 'who\na\n', { slug, mapping: { expert: 'who', sectorAll: 'наука' } });
    expect(await factsOf(database, slug)).toMatchObject([{ sector: 'наука' }]);
  });

  test('what the export guarded from spreadsheets is as it was', async () => {
    const slug = freshSlug();
    await importText(database, "who,what\na,'=1+1\n", { slug, mapping: { expert: 'who', project: 'what' } });
    expect(await factsOf(database, slug)).toMatchObject([{ project: '=1+1' }]);
  });
});
