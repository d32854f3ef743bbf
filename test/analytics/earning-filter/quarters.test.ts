import 'reflect-metadata';
import { expect, test } from 'vitest';
import { Dimension } from '../../../server/analytics/earning-filter/index.ts';
import { periodKey, periodLabel } from '../../../server/analytics/earning-filter/periods.ts';
import { beginsQuarter, endsQuarter, quarterOf } from '../../../server/analytics/earning-filter/quarters.ts';
import { Locale } from '../../../server/graphql/locale.ts';
import { quarterOf as storedQuarterOf } from '../../../server/imports/ledger/staged-earning.ts';

test('quarters are those that the importer stores', () => {
  for (const day of ['1999-12-31', '2024-01-01', '2024-03-31', '2024-04-01', '2025-09-30', '2025-10-01']) {
    expect(quarterOf(day)).toBe(storedQuarterOf(day));
  }
});

test('only the first and last days of quarters begin and end one', () => {
  expect(['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'].every(beginsQuarter)).toBe(true);
  expect(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'].every(endsQuarter)).toBe(true);
  expect(['2024-02-01', '2024-01-02', '2024-03-31'].some(beginsQuarter)).toBe(false);
  expect(['2024-03-30', '2024-01-31', '2024-10-01'].some(endsQuarter)).toBe(false);
});

test('periods are named for programs and for people', () => {
  const quarter = { dimension: Dimension.QUARTER, groupKey: quarterOf('2025-08-01') };
  expect(periodKey(quarter)).toBe('2025-Q3');
  expect(periodLabel(quarter, Locale.EN)).toBe('Q3 2025');
  expect(periodLabel(quarter, Locale.FR)).toBe('T3 2025');
  expect(periodKey({ dimension: Dimension.YEAR, groupKey: 2025 })).toBe('2025');
  expect(periodKey({ dimension: Dimension.QUARTER, groupKey: 0 })).toBe('undated');
  expect(periodLabel({ dimension: Dimension.YEAR, groupKey: 0 }, Locale.FR)).toBe('Sans date');
  expect(periodKey({ dimension: Dimension.SECTOR, groupKey: 5 })).toBeNull();
});
