import { describe, expect, it } from 'vitest';
import { Verdict, verdictOfInterval, verdictOfTests } from '../../../server/analytics/claims/verdict.ts';

const { SUPPORTED, CONTRADICTED, INCONCLUSIVE, MIXED, UNTESTABLE } = Verdict;
const times = (count: number, verdict: Verdict): Verdict[] => Array.from({ length: count }, () => verdict);

describe('the verdict of an interval', () => {
  it('is on the side of the threshold that it lies wholly on', () => {
    expect(verdictOfInterval({ low: 0.51, high: 0.7 }, 0.5)).toBe(SUPPORTED);
    expect(verdictOfInterval({ low: 0.2, high: 0.49 }, 0.5)).toBe(CONTRADICTED);
  });

  it('is inconclusive when it takes the threshold in, or only touches it', () => {
    expect(verdictOfInterval({ low: 0.4, high: 0.6 }, 0.5)).toBe(INCONCLUSIVE);
    expect(verdictOfInterval({ low: 0.5, high: 0.6 }, 0.5)).toBe(INCONCLUSIVE);
    expect(verdictOfInterval({ low: 0.4, high: 0.5 }, 0.5)).toBe(INCONCLUSIVE);
  });

  it('is inconclusive when there is none', () => {
    expect(verdictOfInterval(null, 0.5)).toBe(INCONCLUSIVE);
  });
});

describe('the verdict on a claim', () => {
  it('is untestable without a test', () => {
    expect(verdictOfTests([])).toBe(UNTESTABLE);
  });

  it('takes no side on fewer than three tests, however they agree', () => {
    expect(verdictOfTests(times(2, SUPPORTED))).toBe(MIXED);
    expect(verdictOfTests(times(3, SUPPORTED))).toBe(SUPPORTED);
  });

  it('takes a side from 80 % on: four of five, not three of four', () => {
    expect(verdictOfTests([...times(4, SUPPORTED), CONTRADICTED])).toBe(SUPPORTED);
    expect(verdictOfTests([...times(4, CONTRADICTED), SUPPORTED])).toBe(CONTRADICTED);
    expect(verdictOfTests([...times(3, SUPPORTED), CONTRADICTED])).toBe(MIXED);
  });

  it('counts tests that decide nothing among those that do not agree', () => {
    expect(verdictOfTests([...times(3, SUPPORTED), INCONCLUSIVE])).toBe(MIXED);
    expect(verdictOfTests([...times(4, SUPPORTED), INCONCLUSIVE])).toBe(SUPPORTED);
    expect(verdictOfTests(times(5, INCONCLUSIVE))).toBe(MIXED);
  });
});
