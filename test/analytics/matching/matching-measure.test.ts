import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../server/analytics/matching/candidate.ts';
import { fieldOf, valueOf } from '../../../server/analytics/matching/criterion-values.ts';
import { criteria, MatchCriterion } from '../../../server/analytics/matching/match-criterion.enum.ts';
import { bestMatches, type Weights } from '../../../server/analytics/matching/matching.measure.ts';
import { Seniority } from '../../../server/market/experts/expert.enums.ts';
import { candidate, lawyer } from './candidates.ts';

const weights: Weights = {
  PROFESSION: 4,
  SECTOR: 2,
  SENIORITY: 1,
  COUNTRY: 1,
  RATE: 2,
  IMPROVEMENT: 2,
  AVAILABILITY: 1,
};
const value = (criterion: MatchCriterion, one: Candidate, others: Candidate[] = []) =>
  valueOf(criterion, one, lawyer, fieldOf([one, ...others]));

describe('the value of a criterion, computed by hand', () => {
  test.each<[string, MatchCriterion, Partial<Candidate>, number | null]>([
    ['the profession asked for', MatchCriterion.PROFESSION, { professions: ['11-1011', '23-1011'] }, 1],
    ['one of the same minor group', MatchCriterion.PROFESSION, { professions: ['23-1023'] }, 0.5],
    ['one of the same major group', MatchCriterion.PROFESSION, { professions: ['23-2011'] }, 0.25],
    ['another profession', MatchCriterion.PROFESSION, { professions: ['29-1141'] }, 0],
    ['no profession known', MatchCriterion.PROFESSION, { professions: [] }, null],
    ['four fifths in the sectors', MatchCriterion.SECTOR, {}, 0.8],
    ['more senior than asked', MatchCriterion.SENIORITY, { seniority: Seniority.PRINCIPAL }, 1],
    ['two steps short', MatchCriterion.SENIORITY, { seniority: Seniority.JUNIOR }, 1 / 3],
    ['a country asked for', MatchCriterion.COUNTRY, { country: 'DE' }, 1],
    ['another country', MatchCriterion.COUNTRY, { country: 'US' }, 0],
    ['at the ceiling', MatchCriterion.RATE, { rate: 100 }, 1],
    ['a quarter above the ceiling', MatchCriterion.RATE, { rate: 125 }, 0.75],
    ['three times the ceiling', MatchCriterion.RATE, { rate: 300 }, 0],
    ['nobody to compare with', MatchCriterion.IMPROVEMENT, {}, null],
  ])('%s', (_name, criterion, given, expected) => {
    const found = value(criterion, candidate('a', given));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });

  test('improvement is the share of the others below, ties half', () => {
    const others = [1, 2, 3].map((improvement) => candidate('b', { improvement }));
    // One of three others lies below and one is equal: 1.5 of 3.
    expect(value(MatchCriterion.IMPROVEMENT, candidate('a', { improvement: 2 }), others)).toBe(0.5);
    expect(value(MatchCriterion.IMPROVEMENT, candidate('a', { improvement: 9 }), others)).toBe(1);
  });

  test('availability halves with each quarter before the newest of the ledger', () => {
    const newest = candidate('b', { lastQuarter: 2025 * 4 + 3 });
    expect(value(MatchCriterion.AVAILABILITY, newest)).toBe(1);
    expect(value(MatchCriterion.AVAILABILITY, candidate('a', { lastQuarter: 2025 * 4 }), [newest])).toBe(
      0.125,
    );
  });
});

test('a score is the weighted mean of the values, with an unknown counted half', () => {
  const asked = { RATE: 3, COUNTRY: 1 };
  const { matches } = bestMatches([candidate('a', { rate: 150, country: null })], lawyer, asked, 1);
  // 3/4 · 0.5 + 1/4 · 0.5, of which three quarters are known.
  expect(matches[0]).toMatchObject({
    rank: 1,
    score: 0.5,
    known: 0.75,
    reasons: [
      { criterion: 'COUNTRY', value: null, weight: 0.25, contribution: 0.125 },
      { criterion: 'RATE', value: 0.5, weight: 0.75, contribution: 0.375 },
    ],
  });
});

test('between equal scores the better known comes first, then the pseudonym decides', () => {
  const half = candidate('z', { rate: 150 });
  const unknown = candidate('a', { rate: null });
  const { matches } = bestMatches([unknown, candidate('y', { rate: 150 }), half], lawyer, { RATE: 1 }, 3);
  expect(matches.map((match) => match.candidate.pseudonym)).toEqual(['y', 'z', 'a']);
});

test('nothing that counts is an error', () => {
  expect(() => bestMatches([candidate('a')], lawyer, { RATE: 0 }, 1)).toThrow(RangeError);
});

const maybe = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const anybody = fc.record({
  professions: fc.subarray(['23-1011', '23-1023', '23-2011', '29-1141']),
  seniority: maybe(fc.constantFrom(...Object.values(Seniority))),
  country: maybe(fc.constantFrom('FR', 'DE', 'US')),
  sectorShare: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  rate: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
  improvement: maybe(fc.integer({ min: 0, max: 5 })),
  lastQuarter: maybe(fc.integer({ min: 8080, max: 8110 })),
});
const crowd = fc
  .array(anybody, { minLength: 1, maxLength: 20 })
  .map((people) => people.map((one, index) => candidate(`p${index}`, one)));

describe('whoever the candidates are', () => {
  test('the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(crowd, fc.nat(), (people, turn) => {
        const turned = people.map((_one, index) => people[(index + turn) % people.length]!);
        expect(bestMatches(turned, lawyer, weights, 100)).toEqual(bestMatches(people, lawyer, weights, 100));
      }),
    );
  });

  test('a score is from 0 to 1 and is what its reasons add up to, and ranks go down', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const { matches } = bestMatches(people, lawyer, weights, 100);
        expect(matches).toHaveLength(people.length);
        for (const { score, reasons } of matches) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
          expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        }
        for (const [index, { score }] of matches.entries())
          if (index > 0) expect(score).toBeLessThanOrEqual(matches[index - 1]!.score + 1e-9);
      }),
    );
  });

  test('who does better in one criterion and is the same in all others never scores lower', () => {
    const better: ((one: Candidate) => Partial<Candidate>)[] = [
      () => ({ professions: ['23-1011'] }),
      (one) => ({ sectorShare: one.sectorShare === null ? null : Math.min(1, one.sectorShare + 0.1) }),
      (one) => ({ seniority: one.seniority === null ? null : Seniority.PRINCIPAL }),
      (one) => ({ country: one.country === null ? null : 'FR' }),
      (one) => ({ rate: one.rate === null ? null : one.rate * 0.9 }),
      (one) => ({ improvement: one.improvement === null ? null : one.improvement + 1 }),
      (one) => ({ lastQuarter: one.lastQuarter === null ? null : one.lastQuarter + 1 }),
    ];
    fc.assert(
      fc.property(crowd, fc.constantFrom(...better), ([first, ...others], improve) => {
        const scoreOf = (one: Candidate) =>
          bestMatches([one, ...others], lawyer, weights, 100).matches.find(
            (match) => match.candidate.pseudonym === first!.pseudonym,
          )!.score;
        const after = { ...first!, ...improve(first!) };
        if (first!.professions.length === 0 && after.professions.length > 0) return;
        expect(scoreOf(after)).toBeGreaterThanOrEqual(scoreOf(first!) - 1e-12);
      }),
    );
  });
});

test('every criterion has a weight of its own in these tests', () => {
  expect(Object.keys(weights).sort()).toEqual([...criteria].sort());
});
