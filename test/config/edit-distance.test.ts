import { expect, it } from 'vitest';
import { editDistance } from '../../server/config-names.ts';

it.each([
  ['PORT', 'PORT', 0],
  ['POTR', 'PORT', 1],
  ['PRT', 'PORT', 1],
  ['PORTS', 'PORT', 1],
  ['PART', 'PORT', 1],
  ['HOME', 'HOST', 2],
  ['', 'PORT', 4],
])('%s is so many slips from %s: %i', (one, other, slips) => {
  expect(editDistance(one, other)).toBe(slips);
  expect(editDistance(other, one)).toBe(slips);
});
