import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import type { ContributorTotal } from '../../../server/analytics/earning-filter/contributor-totals.sql.ts';
import { oneCurrency } from '../../../server/analytics/earning-filter/currency.ts';
import { distributionOf } from '../../../server/analytics/earning-filter/distribution.ts';

const row = (expertId: number, total: number | null, currency = ''): ContributorTotal => ({
  datasetId: 1,
  groupKey: 0,
  expertId,
  currency,
  total,
});

describe('a distribution', () => {
  test('ranks contributors by total, equal ones by id', () => {
    const { expertIds, totals } = distributionOf([row(3, 5), row(1, 5), row(2, 9)], null);
    expect(expertIds).toEqual([2, 1, 3]);
    expect([...totals]).toEqual([9, 5, 5]);
  });

  test('leaves out and counts those who have nothing, less than nothing or nothing known', () => {
    const { totals, excluded } = distributionOf([row(1, 2), row(2, 0), row(3, -4), row(4, null)], null);
    expect([...totals]).toEqual([2]);
    expect(excluded).toBe(3);
  });

  test('adds up one currency and counts those who have money in others only', () => {
    const rows = [
      row(1, 200, 'USD'),
      row(1, 900, 'EUR'),
      row(2, 300, 'EUR'),
      row(3, null, ''),
      row(4, -1, 'USD'),
    ];
    const distribution = distributionOf(rows, 'USD');
    expect(distribution.expertIds).toEqual([1]);
    expect([...distribution.totals]).toEqual([200]);
    expect(distribution).toMatchObject({ excluded: 2, otherCurrencies: 1, currency: 'USD' });
  });
});

describe('the one currency', () => {
  const rows = [{ currency: 'USD' }, { currency: '' }, { currency: 'EUR' }];

  test('is the only one there is', () => {
    expect(oneCurrency([{ currency: '' }, { currency: 'USD' }], null, 'pilot')).toBe('USD');
  });

  test('is none where there is no money', () => {
    expect(oneCurrency([{ currency: '' }], null, 'pilot')).toBeNull();
  });

  test('must be named where there are several', () => {
    expect(() => oneCurrency(rows, null, 'pilot')).toThrow(
      'Money in "pilot" is in EUR, USD, and amounts are not added across currencies: name one of them in filter.currency.',
    );
    expect(oneCurrency(rows, 'EUR', 'pilot')).toBe('EUR');
  });
});
