import { expect, it } from 'vitest';
import { groupPayRows, PayGrouping } from '../../../server/analytics/pay/pay-groups.ts';
import { payRow } from './pay-row.ts';

const rows = [
  payRow({ professionId: 7, platformId: 3, sectorId: 1, country: 'US', observedOn: '2025-10-03' }),
  payRow({ professionId: null, platformId: 4, sectorId: 2, country: null, observedOn: null }),
  payRow({ professionId: 7, platformId: 4, sectorId: 1, country: 'GB', observedOn: '2025' }),
];
const sizes = (by: PayGrouping): [unknown, number][] =>
  groupPayRows(rows, by).map(({ value, rows: own }) => [value, own.length]);

it('groups by what observations have in common, and keeps those that do not state it together', () => {
  expect(sizes(PayGrouping.PROFESSION)).toEqual([
    [7, 2],
    [null, 1],
  ]);
  expect(sizes(PayGrouping.SECTOR)).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(sizes(PayGrouping.PLATFORM)).toEqual([
    [3, 1],
    [4, 2],
  ]);
  expect(sizes(PayGrouping.COUNTRY)).toEqual([
    ['US', 1],
    [null, 1],
    ['GB', 1],
  ]);
});

it('groups by year whether the source gives a year, a month or a day', () => {
  expect(sizes(PayGrouping.YEAR)).toEqual([
    ['2025', 2],
    [null, 1],
  ]);
});

it('has no groups of no observations', () => {
  expect(groupPayRows([], PayGrouping.YEAR)).toEqual([]);
});
