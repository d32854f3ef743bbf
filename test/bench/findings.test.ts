import { describe, expect, test } from 'vitest';
import { aims, growthOf } from './aims.ts';
import { findingRows, findingsIn, written } from './findings.ts';

const section = (title: string, body: string): string => `## ${title}\n\n${body}`;

describe('the table at the head of the results', () => {
  test('names every figure that is aimed at, and says of those that no section has that they were not measured', () => {
    const rows = findingRows([]).slice(1);
    expect(rows.map(([of]) => of)).toEqual(Object.values(aims).map(({ of }) => of));
    expect(new Set(rows.map(([, , , , verdict]) => verdict))).toEqual(new Set(['not measured']));
  });

  test('says of each size whether the aim is met, why not, and where more of it is', () => {
    const text = section(
      'Publishing into 2,000,000 earnings',
      `Words.${written([{ aim: 'publish', value: 60.04, rows: 2e6, why: 'cells take 40 s' }])}`,
    );
    const other = section('At 20 million', written([{ aim: 'publish', value: 59, rows: 2e7 }]).trim());
    const rows = findingRows(findingsIn([other, text])).filter(([of]) => of === aims.publish.of);
    expect(rows.map((row) => row.slice(1))).toEqual([
      [
        'at most 60 s, at 20 million',
        '60.04 s',
        '2,000,000',
        '**not met**',
        'cells take 40 s; [Publishing into 2,000,000 earnings](#publishing-into-2000000-earnings)',
      ],
      ['at most 60 s, at 20 million', '59 s', '20,000,000', 'met', '[At 20 million](#at-20-million)'],
    ]);
  });

  test('says of what is not met what keeps it from being met, and nothing of that where it is', () => {
    const seen = (value: number): string | undefined =>
      findingRows([{ finding: { aim: 'memory', value, rows: 2e7 }, section: 'Memory' }])
        .find(([of]) => of === aims.memory.of)
        ?.at(-1);
    expect(seen(601)).toBe(`${aims.memory.hindrance}; [Memory](#memory)`);
    expect(seen(599)).toBe('[Memory](#memory)');
  });

  test('does not call an aim met that was tried in a smaller ledger alone', () => {
    const finding = { aim: 'publish', value: 5, rows: 2e6 } as const;
    const row = findingRows([{ finding, section: 'One' }]).find(([of]) => of === aims.publish.of);
    expect(row?.[4]).toBe('met here, not tried at the size of the aim');
  });

  test('takes a question that is fast in any ledger for flat, and tells of others how they grow', () => {
    expect([growthOf(1, 4.9), growthOf(4, 6), growthOf(2, 5)]).toEqual([1, 1.5, 2.5]);
  });

  test('calls a value on the bound met, and one on its wrong side not, whichever side that is', () => {
    const verdict = (aim: keyof typeof aims, value: number): string | undefined =>
      findingRows([{ finding: { aim, value }, section: 'One' }]).find(([of]) => of === aims[aim].of)?.[4];
    expect([verdict('lists', 2), verdict('lists', 1.99), verdict('warm', 2), verdict('warm', 2.001)]).toEqual(
      ['met', '**not met**', 'met', '**not met**'],
    );
  });
});
