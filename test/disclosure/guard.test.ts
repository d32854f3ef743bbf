import { expect, test } from 'vitest';
import { Guard } from '../../server/analytics/guard/guard.ts';
import { KnownLedger, type Question } from '../../server/analytics/guard/known-ledger.ts';
import { asOf } from '../../server/analytics/guard/placed-columns.ts';
import { ColumnReader } from '../../server/analytics/guard/read-columns.ts';
import { never } from '../../server/disclosure/ledger-columns.ts';
import { random } from './random.ts';

const everything = {
  sector: null,
  profession: null,
  project: null,
  platform: null,
  laboratory: null,
  country: null,
  quarters: null,
};

/** Lines of a ledger: so many contributors with so many entries each, over sectors, projects, quarters and countries. */
function linesOf(contributors: number, each: number): string[] {
  const next = random(7);
  return Array.from({ length: contributors * each }, (_, i) => {
    const owner = Math.floor(i / each);
    const place = [1 + next(9), 1 + next(20), 1 + next(60), 8096 + next(8)];
    const country = ['US', 'FR', ''][owner % 3];
    return [owner + 5, 1 + (owner % 2), 0, ...place, 1 + next(4), 1 + next(3), 1 + next(500), country].join(
      ' ',
    );
  });
}

const questions: Question[] = [1, 2].flatMap((release): Question[] => [
  { release, conditions: everything, dimension: null, parts: [0] },
  { release, conditions: everything, dimension: 'SECTOR', parts: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  { release, conditions: { ...everything, country: ['FR'] }, dimension: null, parts: [0] },
  {
    release,
    conditions: { ...everything, quarters: { first: 8096, last: 8099 } },
    dimension: null,
    parts: [0],
  },
  { release, conditions: { ...everything, sector: [1, 2] }, dimension: 'YEAR', parts: [2024, 2025] },
]);

test('the thread judges as the same code does here, in whichever order it is asked', async () => {
  const lines = linesOf(400, 6);
  const reader = new ColumnReader();
  reader.add(lines.join('\n'));
  const here = new KnownLedger(reader.finish());
  const guard = new Guard();
  const ledger = guard.begin();
  for (let at = 0; at < lines.length; at += 500) guard.add(ledger, lines.slice(at, at + 500).join('\n'));
  guard.finish(ledger);
  const there = await Promise.all(questions.toReversed().map((question) => guard.judge(ledger, question)));
  expect(there.reverse()).toEqual(questions.map((question) => here.judge(question)));
  expect(
    there.flatMap(({ verdicts }) => verdicts).filter((verdict) => verdict === null).length,
  ).toBeGreaterThan(12);
});

test('a thread that holds no ledger any more ends, and the next ledger begins another', async () => {
  const guard = new Guard();
  const judgeAgain = async () => {
    const ledger = guard.begin();
    guard.add(ledger, linesOf(400, 6).join('\n'));
    guard.finish(ledger);
    const judging = guard.judge(ledger, questions[1]!);
    // It is not taken away from who waits for an answer.
    guard.forget(ledger);
    expect(guard.isRunning).toBe(true);
    return judging;
  };
  const first = await judgeAgain();
  expect(guard.isRunning).toBe(false);
  expect(await judgeAgain()).toEqual(first);
  expect(first.verdicts).toContain(null);
});

test('three hundred thousand entries are weighed while this thread goes on', async () => {
  const guard = new Guard();
  const ledger = guard.begin();
  guard.add(ledger, linesOf(20_000, 15).join('\n'));
  guard.finish(ledger);
  let turns = 0;
  const counting = setInterval(() => turns++, 5);
  const { verdicts } = await guard.judge(ledger, questions[0]!);
  clearInterval(counting);
  expect(verdicts).toEqual([null]);
  expect(turns).toBeGreaterThan(10);
});

test('an earlier release sees what came later not at all, and what went later as it stood', () => {
  const reader = new ColumnReader();
  reader.add(
    [
      '11 1 2 1 1 1 8096 0 0 5 US',
      '11 1 3 1 1 1 8096 0 0 7 US',
      '11 1 0 1 1 1 8096 0 0 9 US',
      '12 2 0 1 1 1 8096 0 0 4 FR',
      '13 1 0 2 1 1 8097 0 0 3 FR',
    ].join('\n'),
  );
  const all = reader.finish();
  const seen = (release: number) => {
    const { size, owner, until, value } = asOf(all, release);
    return Array.from({ length: size }, (_, i) => [owner[i], until[i], value[i]]);
  };
  expect(seen(1)).toEqual([
    [0, never, 21],
    [2, never, 3],
  ]);
  // Who came later stands behind, so that what was decided before is decided again.
  expect(seen(2)).toEqual([
    [0, 2, 5],
    [0, never, 16],
    [2, never, 3],
    [1, never, 4],
  ]);
  expect(seen(3)).toEqual([
    [0, 2, 5],
    [0, 3, 7],
    [0, never, 9],
    [2, never, 3],
    [1, never, 4],
  ]);
});
