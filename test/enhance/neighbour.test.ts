import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighbour, type Direction } from '../../web/src/enhance/neighbour.ts';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 0, y: 10 },
  { x: 10, y: 10 },
];

describe('the mark that an arrow goes to', () => {
  test.each([
    [0, 'right', 1],
    [0, 'down', 2],
    [3, 'left', 2],
    [3, 'up', 1],
  ] as const)('lies that way: from %i %s to %i', (from, direction, to) => {
    expect(neighbour(square, from, direction)).toBe(to);
  });

  test('is the next one in reading order where none lies that way', () => {
    expect(neighbour(square, 1, 'right')).toBe(2);
    expect(neighbour(square, 3, 'down')).toBe(3);
  });

  test('is always one of the marks', () => {
    const place = fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });
    const direction = fc.constantFrom<Direction>('left', 'right', 'up', 'down');
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), fc.nat(), direction, (places, seed, way) => {
        const to = neighbour(places, seed % places.length, way);
        expect(places[to]).toBeDefined();
      }),
    );
  });
});
