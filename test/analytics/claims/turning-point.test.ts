import { describe, expect, test } from 'vitest';
import { countOf, type ClaimFinding } from '../../../server/analytics/claims/claim-findings.ts';
import { testsToLose, testsToTurn } from '../../../server/analytics/claims/turning-point.ts';
import { Verdict, verdictOfTests } from '../../../server/analytics/claims/verdict.ts';

const { SUPPORTED, CONTRADICTED, MIXED } = Verdict;
const times = (count: number, verdict: Verdict) => Array.from({ length: count }, () => verdict);
const nineToOne = [...times(9, SUPPORTED), CONTRADICTED];

describe('what would turn a verdict', () => {
  test('two more tests against end an agreement of nine to one: nine of twelve are fewer than 80 %', () => {
    expect(verdictOfTests(nineToOne)).toBe(SUPPORTED);
    expect(testsToTurn(nineToOne, CONTRADICTED)).toEqual({ count: 2, becomes: MIXED });
  });

  test('thirty-five more turn it round, and thirty-four do not', () => {
    expect(testsToTurn(nineToOne, CONTRADICTED, CONTRADICTED)).toEqual({ count: 35, becomes: CONTRADICTED });
    expect(verdictOfTests([...nineToOne, ...times(34, CONTRADICTED)])).toBe(MIXED);
  });

  test('one test for needs two more for a verdict', () => {
    expect(testsToTurn([SUPPORTED], SUPPORTED, SUPPORTED)).toEqual({ count: 2, becomes: SUPPORTED });
  });

  test('more of the same never turns an agreement', () => {
    expect(testsToTurn(times(3, SUPPORTED), SUPPORTED)).toBeNull();
  });

  test('seven of nine must fall away before too few are left', () => {
    expect(testsToLose(times(9, SUPPORTED))).toBe(7);
    expect(verdictOfTests(times(9 - 7, SUPPORTED))).toBe(MIXED);
    expect(verdictOfTests(times(9 - 6, SUPPORTED))).toBe(SUPPORTED);
  });
});

describe('how much a verdict rests on', () => {
  const finding = (n: number, decisive: boolean) => ({ n, decisive }) as ClaimFinding;

  test('the contributors of the tests that decide, not how many tests there are', () => {
    expect(countOf({ tests: [finding(98, true), finding(389, true), finding(98, false)], factIds: [] })).toBe(
      487,
    );
  });

  test('the largest of the figures shown where none decides, and the facts where nothing was tested', () => {
    expect(countOf({ tests: [finding(300, false), finding(830, false)], factIds: [] })).toBe(830);
    expect(countOf({ tests: [], factIds: [1, 2, 3] })).toBe(3);
  });
});
