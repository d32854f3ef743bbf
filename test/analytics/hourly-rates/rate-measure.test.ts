import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { engagementsOf } from '../../../server/analytics/hourly-rates/engagement.ts';
import type { EngagementRow } from '../../../server/analytics/hourly-rates/engagements.sql.ts';
import { RateMeasure } from '../../../server/analytics/hourly-rates/rate.measure.ts';

const row = (expertId: number, projectId: number, rest: Partial<EngagementRow>): EngagementRow => ({
  datasetId: 1,
  groupKey: 0,
  expertId,
  projectId,
  currency: 'USD',
  amount: null,
  hours: null,
  ...rest,
});

describe('an engagement', () => {
  test('is one expert on one project, its rate all money over all hours', () => {
    const rows = [row(1, 1, { amount: 10_000, hours: 2 }), row(1, 2, { amount: 500, hours: 0.5 })];
    expect(engagementsOf(rows, 'USD').engagements).toEqual([
      { expertId: 1, amount: 100, hours: 2 },
      { expertId: 1, amount: 5, hours: 0.5 },
    ]);
  });

  test('takes in hours that are booked in rows without money', () => {
    const rows = [row(1, 1, { amount: 10_000 }), row(1, 1, { currency: '', hours: 4 })];
    expect(engagementsOf(rows, 'USD')).toEqual({
      engagements: [{ expertId: 1, amount: 100, hours: 4 }],
      leftOut: 0,
    });
  });

  test('without hours, without money or with less than none is left out and counted', () => {
    const rows = [
      row(1, 1, { amount: 100 }),
      row(2, 1, { currency: '', hours: 3 }),
      row(3, 1, { amount: 100, hours: 0 }),
      row(4, 1, { amount: -100, hours: 1 }),
      row(5, 1, { amount: 0, hours: 1 }),
    ];
    expect(engagementsOf(rows, 'USD')).toEqual({
      engagements: [{ expertId: 5, amount: 0, hours: 1 }],
      leftOut: 4,
    });
  });

  test('in another currency is not looked at', () => {
    const rows = [
      row(1, 1, { currency: 'EUR', amount: 100, hours: 1 }),
      row(1, 1, { amount: 300, hours: 1 }),
    ];
    expect(engagementsOf(rows, 'USD').engagements).toEqual([{ expertId: 1, amount: 3, hours: 1 }]);
  });

  test('is in major units, of which a yen has one', () => {
    expect(
      engagementsOf([row(1, 1, { currency: 'JPY', amount: 900, hours: 1 })], 'JPY').engagements[0]?.amount,
    ).toBe(900);
  });
});

describe('hourly rates', () => {
  const engagements = [
    { expertId: 1, amount: 10, hours: 1 },
    { expertId: 1, amount: 180, hours: 9 },
    { expertId: 2, amount: 30, hours: 1 },
    { expertId: 3, amount: 40, hours: 1 },
  ];

  test('count each engagement once, by R-7', () => {
    const rates = new RateMeasure(engagements, false);
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => rates.quantile(p))).toEqual([10, 17.5, 25, 32.5, 40]);
    expect(rates.mean).toBe(25);
    expect(rates).toMatchObject({ engagements: 4, contributors: 3 });
  });

  test('weighted, are the smallest rate that the share of hours reaches, and the mean is all money over all hours', () => {
    const rates = new RateMeasure(engagements, true);
    // Hours by rate: 1 at 10, 9 at 20, 1 at 30, 1 at 40, so half of the 12 lies at 20.
    expect([0.05, 0.5, 0.83, 0.9, 1].map((p) => rates.quantile(p))).toEqual([10, 20, 20, 30, 40]);
    expect(rates.mean).toBeCloseTo(260 / 12, 12);
  });

  test('as a ladder, are quantiles at equal steps', () => {
    expect(new RateMeasure(engagements, false).ladder(5, null)).toEqual([10, 17.5, 25, 32.5, 40]);
  });

  test('on protected data, the ladder lies between the steps that may be given', () => {
    const rates = new RateMeasure(engagements, false);
    expect(rates.ladder(5, [0.25, 0.5])).toEqual([17.5, 17.5, 25, 25, 25]);
    expect(rates.ladder(9, [0.25, 0.5])[3]).toBe((17.5 + 25) / 2);
  });

  test('ask the door by what each expert earned in all', () => {
    expect(new RateMeasure(engagements, false).cell).toEqual({
      contributors: 3,
      total: 260,
      largest: 190,
      second: 40,
    });
  });
});
