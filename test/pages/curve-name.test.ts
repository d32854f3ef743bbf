import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../web/src/lib/api/common.ts';
import { Address } from '../../web/src/lib/url-state/address.ts';
import {
  measureOf,
  readCurveName,
  writeCurveName,
  type CurveName,
} from '../../web/src/lib/url-state/curve-name.ts';
import { curvesQuery, readCurves } from '../../web/src/lib/url-state/curves.ts';

const read = (query: string) => {
  const address = new Address(new URLSearchParams(query));
  const state = readCurves(address);
  address.close();
  return { state, resets: address.resets, shorter: address.shorter };
};

describe('the name of a curve', () => {
  test.each<[string, CurveName]>([
    ['mmteb', { ledger: 'mmteb' }],
    ['payouts.units', { ledger: 'payouts', measure: 'UNITS' }],
    ['self-dialogue.amount', { ledger: 'self-dialogue', measure: 'AMOUNT' }],
    ['mmteb.sector-review-pr', { ledger: 'mmteb', part: { kind: 'sector', key: 'review-pr' } }],
    [
      'self-dialogue.hours.project-nfl_football',
      { ledger: 'self-dialogue', measure: 'HOURS', part: { kind: 'project', key: 'nfl_football' } },
    ],
    ['mmteb.quarter-2024-Q2', { ledger: 'mmteb', part: { kind: 'quarter', key: '2024-Q2' } }],
    ['hf-loaders.project-a/b.c', { ledger: 'hf-loaders', part: { kind: 'project', key: 'a/b.c' } }],
  ])('%s says what is drawn, and is written as it was read', (text, name) => {
    expect(readCurveName(text)).toEqual(name);
    expect(writeCurveName(name)).toBe(text);
  });

  test.each(['', 'MMTEB', 'mm teb', 'mmteb.smiles', 'mmteb.sector-', '.units', 'mmteb.units.units'])(
    '%j is none',
    (text) => expect(readCurveName(text)).toBeNull(),
  );

  test('means, without a measure, the pieces that the ledger counts, or else what it records first', () => {
    const of = (unit: string | null, ...measures: Measure[]) =>
      measureOf({ ledger: 'a' }, { measures, unit });
    expect(of('points', 'AMOUNT', 'UNITS')).toBe('UNITS');
    expect(of(null, 'AMOUNT', 'UNITS')).toBe('AMOUNT');
    expect(of(null, 'UNITS', 'AMOUNT')).toBe('UNITS');
    expect(of('points', 'HOURS', 'AMOUNT')).toBe('HOURS');
    expect(of(null)).toBeNull();
    expect(measureOf({ ledger: 'a', measure: 'AMOUNT' }, { measures: ['UNITS'], unit: 'points' })).toBeNull();
  });
});

describe('the state of the page of concentration', () => {
  test('is what its own address says, whatever it is', () => {
    const names = ['mmteb', 'prism', 'self-dialogue.amount', 'mmteb.sector-review-pr', 'rte.project-RTE-CD'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom(undefined, 'sector' as const, 'quarter' as const),
        (curves, tenths, by) => {
          const state = { curves: curves.map((name) => readCurveName(name)!), top: tenths / 10, by };
          const query = new URLSearchParams();
          for (const [name, values] of Object.entries(curvesQuery(state)))
            for (const value of values ?? []) query.append(name, value);
          const { state: again, resets, shorter } = read(query.toString());
          expect(again).toEqual(state);
          expect(resets).toEqual([]);
          expect(shorter).toBeNull();
        },
      ),
    );
  });

  test('keeps four curves, each once, and says which it left out', () => {
    const { state, resets } = read('curve=a&curve=b&curve=a&curve=c&curve=d&curve=e&curve=');
    expect(state.curves.map(writeCurveName)).toEqual(['a', 'b', 'c', 'd']);
    expect(resets).toEqual([{ name: 'curve', value: 'e' }]);
  });

  test('reads the words that addresses were once written in, and puts them in its own', () => {
    const { state, shorter } = read('ledger=prism&measure=HOURS&compare=rte&compare=prism');
    expect(state.curves.map(writeCurveName)).toEqual(['prism.hours', 'rte.hours']);
    expect(shorter).toBe('?curve=prism.hours&curve=rte.hours');
    expect(read('ledger=mmteb').shorter).toBe('');
    expect(read('curve=rte&ledger=prism').shorter).toBe('?curve=rte');
  });

  test.each(['0', '0.04', '100.1', 'all', '-5', '1e1', 'Infinity'])('resets a top of %s', (top) => {
    const { state, resets } = read(`top=${top}`);
    expect(state.top).toBe(20);
    expect(resets).toEqual([{ name: 'top', value: top }]);
  });

  test.each([
    ['12,5', 12.5],
    ['0.1', 0.1],
    ['100', 100],
    ['33.33', 33.3],
  ])('takes a top of %s for %d percent', (top, percent) => {
    expect(read(`top=${top}`).state.top).toBe(percent);
  });
});
