import { describe, expect, it } from 'vitest';
import { premiumOver, type MarketWage } from '../../../server/analytics/pay/premium.ts';
import { payRow } from './pay-row.ts';

const lawyers: MarketWage = {
  professionId: 1,
  sourceId: 1,
  country: 'US',
  currency: 'USD',
  year: 2025,
  median: 80,
  p10: 40,
  p90: 150,
  topCoded: false,
};

describe('the premium', () => {
  it('is the offered median over the market median, less one', () => {
    const rows = [payRow({ low: 80, high: 120 }), payRow({ typical: 140 })];
    expect(premiumOver(lawyers, rows)).toEqual({ offered: 120, n: 2, premium: 0.5, isUpperBound: false });
  });

  it('compares what states the country of the wage, or none, and leaves out what states another', () => {
    const rows = [
      payRow({ typical: 100, country: 'US' }),
      payRow({ typical: 120, country: null }),
      payRow({ typical: 10, country: 'IN' }),
    ];
    expect(premiumOver(lawyers, rows)).toMatchObject({ offered: 110, n: 2, premium: 0.375 });
  });

  it('takes hourly rates in the currency of the wage only', () => {
    const rows = [
      payRow({ typical: 100 }),
      payRow({ basis: 'TASK', typical: 9 }),
      payRow({ currency: 'GBP', typical: 9 }),
    ];
    expect(premiumOver(lawyers, rows)).toMatchObject({ offered: 100, n: 1 });
  });

  it('is an upper bound over a top-coded wage', () => {
    expect(premiumOver({ ...lawyers, topCoded: true }, [payRow({ typical: 100 })]).isUpperBound).toBe(true);
  });

  it('is none without an offered rate or without an hourly wage', () => {
    expect(premiumOver(lawyers, [payRow({ high: 375 })])).toMatchObject({ offered: null, premium: null });
    const teachers = { ...lawyers, median: null, topCoded: true };
    expect(premiumOver(teachers, [payRow({ typical: 30 })])).toEqual({
      offered: 30,
      n: 1,
      premium: null,
      isUpperBound: false,
    });
  });
});
