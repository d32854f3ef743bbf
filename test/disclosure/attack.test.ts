import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolates, shareEquation, sumEquation } from './attacker.ts';
import { everyQuestion, latticesOf, ledgers, type Entry, type Question } from './small-ledger.ts';

const questions = everyQuestion(2);

/** Every question that the lattices of the two releases answer. */
function answered(entries: readonly Entry[]): Question[] {
  const lattices = latticesOf(entries, 2);
  return questions.filter(({ release, matches }) => lattices[release - 1]!.judge(matches) === null);
}

describe('an attacker who asks all that may be asked, of both releases', () => {
  test('adds and subtracts answers, and never is left with one contributor', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const known = answered(entries);
        for (const equationOf of [sumEquation, shareEquation]) {
          const equations = known.map((question) => equationOf(entries, question));
          for (const owner of new Set(entries.map((entry) => entry.owner))) {
            expect(isolates(equations, new Set([owner]))).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nor with any nine of them', () => {
    fc.assert(
      fc.property(ledgers, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (entries, picks) => {
        const known = answered(entries);
        const owners = [...new Set(entries.map((entry) => entry.owner))];
        const coalition = new Set(picks.map((pick) => owners[pick % owners.length]!));
        for (const equationOf of [sumEquation, shareEquation]) {
          expect(
            isolates(
              known.map((question) => equationOf(entries, question)),
              coalition,
            ),
          ).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('compares any two answers, and never finds them to differ in one to nine contributors', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const known = answered(entries).map((question) => shareEquation(entries, question));
        for (const one of known) {
          for (const other of known) {
            const differing = new Set(
              [...one.keys(), ...other.keys()]
                .filter((name) => one.has(name) !== other.has(name))
                .map((name) => name.split(':')[0]),
            );
            expect(differing.size === 0 || differing.size >= 10).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is told something all the same: most ledgers of some size answer their total and a cell', () => {
    const large = fc.sample(ledgers, { numRuns: 60, seed: 7 }).filter((entries) => entries.length > 90);
    const told = large.map((entries) => answered(entries).length);
    expect(large.length).toBeGreaterThan(10);
    expect(told.filter((count) => count >= 4).length).toBeGreaterThan(large.length / 2);
  });
});

test('what an earlier release answered is answered the same, whatever comes later', () => {
  fc.assert(
    fc.property(ledgers, (entries) => {
      const first = entries
        .filter(({ since }) => since === 1)
        .map((entry) => ({ ...entry, until: Infinity }));
      const [alone] = latticesOf(first, 1);
      const [before] = latticesOf(entries, 2);
      for (const { matches, release } of questions) {
        if (release === 1) expect(before!.judge(matches)).toEqual(alone!.judge(matches));
      }
    }),
    { numRuns: 40 },
  );
});

test('the order in which questions are asked, and by whom, changes no answer', () => {
  fc.assert(
    fc.property(ledgers, fc.infiniteStream(fc.nat()), (entries, order) => {
      const [, lattice] = latticesOf(entries, 2);
      const [, other] = latticesOf(entries, 2);
      const asked = questions.filter(({ release }) => release === 2);
      const shuffled = asked
        .map((question) => ({ question, at: order.next().value }))
        .sort((a, b) => a.at - b.at);
      const answers = new Map(shuffled.map(({ question }) => [question, lattice!.judge(question.matches)]));
      for (const question of asked) expect(answers.get(question)).toEqual(other!.judge(question.matches));
    }),
    { numRuns: 20 },
  );
});
