import { describe, expect, it } from 'vitest';
import { summariseRates } from '../../../server/analytics/pay/rate-summary.ts';
import { payRow } from './pay-row.ts';

const rate = (typical: number): ReturnType<typeof payRow> => payRow({ typical });

describe('the rates of a group', () => {
  it('are summed up by their median from the first, by quartiles only from five on', () => {
    const four = [10, 20, 30, 100].map(rate);
    expect(summariseRates(four, 'USD')).toMatchObject({ n: 4, median: 25, p25: null, p75: null });
    const five = [...four, rate(40)];
    expect(summariseRates(five, 'USD')).toMatchObject({ n: 5, median: 30, p25: 20, p75: 40 });
  });

  it('take the midpoint of a range, and nothing of an open end: "up to 350" has no midpoint, nor has "from 8"', () => {
    const rows = [payRow({ low: 45, high: 100 }), payRow({ high: 350 }), payRow({ low: 8 })];
    expect(summariseRates(rows, 'USD')).toMatchObject({ n: 1, median: 72.5 });
  });

  it('leave the dust of binary fractions out, and nothing else', () => {
    const dusty = [1.6600000000000001, 1.6600000000000001].map(rate);
    expect(summariseRates(dusty, 'USD').median).toBe(1.66);
    expect(summariseRates([0.1, 0.2].map(rate), 'USD').median).toBe(0.15);
    const odd = [1, 1, 1.001, 1.004, 2].map(rate);
    expect(summariseRates(odd, 'USD')).toMatchObject({ median: 1.001, p25: 1, p75: 1.004 });
    expect(summariseRates([10.01, 10.02].map(rate), 'USD').median).toBe(10.015);
  });

  it('put every observation into exactly one count', () => {
    const rows = [
      payRow({ low: 15, high: 25 }),
      payRow({ high: 350 }),
      payRow({ low: 8 }),
      payRow({ basis: 'TASK', typical: 105 }),
      payRow({ currency: 'GBP', typical: 36 }),
      payRow({ currency: 'BRL', basis: 'MONTH', typical: 582 }),
    ];
    const { n, capped, openEnded, otherBases, otherCurrencies } = summariseRates(rows, 'USD');
    expect({ n, capped, openEnded, otherBases, otherCurrencies }).toEqual({
      n: 1,
      capped: 1,
      openEnded: 1,
      otherBases: 1,
      otherCurrencies: 2,
    });
  });

  it('end where the widest published range ends, an "up to" included', () => {
    const rows = [
      payRow({ low: 15, high: 25 }),
      payRow({ high: 350 }),
      payRow({ typical: 12 }),
      payRow({ low: 8 }),
    ];
    expect(summariseRates(rows, 'USD')).toMatchObject({ low: 8, high: 350 });
    expect(summariseRates([payRow({ high: 350 })], 'USD')).toMatchObject({
      low: null,
      high: 350,
      median: null,
    });
  });

  it('never mix currencies: asked for pounds, only pounds count', () => {
    const rows = [rate(50), payRow({ currency: 'GBP', typical: 36 })];
    expect(summariseRates(rows, 'GBP')).toMatchObject({ n: 1, median: 36, otherCurrencies: 1 });
  });

  it('come from platforms by name, and brands of one owner are one', () => {
    const rows = [
      payRow({ payerId: 1 }),
      payRow({ payerId: 1 }),
      payRow({ payerId: 2 }),
      payRow({ payerId: null }),
    ];
    expect(summariseRates(rows, 'USD').platforms).toBe(2);
  });

  it('say how many of them repeat the band of a listing template', () => {
    const rows = [payRow({ low: 15, high: 150, templateBand: true }), rate(40)];
    expect(summariseRates(rows, 'USD').templateBands).toBe(1);
  });

  it('are none, not nought, for an empty group', () => {
    expect(summariseRates([], 'USD')).toMatchObject({
      n: 0,
      median: null,
      low: null,
      high: null,
      platforms: 0,
    });
  });
});
