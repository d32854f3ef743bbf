import { expect, test } from 'vitest';
import { reliability } from '../../server/statistics/index.ts';

test.each([
  [0, 'LOW'],
  [29, 'LOW'],
  [30, 'MEDIUM'],
  [99, 'MEDIUM'],
  [100, 'HIGH'],
  [5000, 'HIGH'],
])('the reliability of %d contributors is %s', (n, expected) => {
  expect(reliability(n)).toBe(expected);
});
