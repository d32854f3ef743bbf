import 'reflect-metadata';
import { expect, test } from 'vitest';
import { Intervals } from '../../../server/analytics/concentration/intervals.ts';
import { intervalsInThread } from '../../../server/analytics/concentration/interval-threads.ts';
import { concentrationIntervals, contributors } from '../../../server/statistics/index.ts';

const people = contributors(Array.from({ length: 4500 }, (_, i) => (i + 1) ** 1.7));
const asked = [{ topFractions: [0.2], lorenzPoints: 101 }];

test('a thread says what the statistics say', async () => {
  const few = contributors(people.sorted.slice(0, 200));
  expect(await intervalsInThread({ people: few, asked })).toEqual([concentrationIntervals(few, asked[0]!)]);
});

test('a server answers others while a bootstrap runs', async () => {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const began = performance.now();
  await intervalsInThread({ people, asked: [asked[0]!, asked[0]!, asked[0]!] });
  const took = performance.now() - began;
  clearInterval(beat);
  expect(longest).toBeLessThan(took / 3);
});

test('whoever is stopped waits no longer, and whoever asks again gets the answer', async () => {
  const intervals = new Intervals(people);
  const stop = new AbortController();
  const stopped = intervals.lorenz(501, stop.signal);
  setTimeout(() => stop.abort(new Error('stopped')), 20);
  const began = performance.now();
  await expect(stopped).rejects.toThrow('stopped');
  const patience = performance.now() - began;
  const again = performance.now();
  expect(await intervals.lorenz(501)).toHaveLength(501);
  expect(patience).toBeLessThan(performance.now() - again);
});
