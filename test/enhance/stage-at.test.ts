import { describe, expect, test } from 'vitest';
import { monthsBetween, stageAt, stepsOf } from '../../web/src/enhance/stage-at.ts';

describe('the stage of a cell at a month', () => {
  const steps = stepsOf('1@2024-04 2@2025-09 3@');

  test('is the highest that was met by then', () => {
    expect(stageAt(steps, '2024-03')).toBe(0);
    expect(stageAt(steps, '2024-04')).toBe(1);
    expect(stageAt(steps, '2025-12')).toBe(2);
  });

  test('counts undated evidence only where no month is asked for', () => {
    expect(stageAt(steps, '9999-12')).toBe(2);
    expect(stageAt(steps, null)).toBe(3);
  });

  test('is 0 of a cell without evidence', () => {
    expect(stageAt(stepsOf(''), null)).toBe(0);
  });
});

test('the months of the slider run from the first to the last, both included', () => {
  expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsBetween('2024-05', '2024-05')).toEqual(['2024-05']);
});
