import { expect, test } from 'vitest';
import { Together } from '../../server/graphql/together.ts';

/** A question whose answers are given by hand: each is the number of the asking that it answers. */
function openQuestion() {
  const waiting: { answer: () => void; fail: () => void }[] = [];
  let asked = 0;
  const together = new Together(() => {
    const number = (asked += 1);
    return new Promise<number>((resolve, reject) => {
      waiting.push({ answer: () => resolve(number), fail: () => reject(new Error('no answer')) });
    });
  });
  const next = async () => {
    await expect.poll(() => waiting.length, { interval: 1 }).toBeGreaterThan(0);
    return waiting.shift()!;
  };
  return { together, next, asked: () => asked };
}

test('who asks in the same turn is answered together', async () => {
  const { together, next, asked } = openQuestion();
  const answers = Promise.all([
    together.answer(),
    together.answer(),
    Promise.resolve().then(() => together.answer()),
  ]);
  (await next()).answer();
  expect(await answers).toEqual([1, 1, 1]);
  expect(asked()).toBe(1);
});

test('who asks while it is being answered is not given what was asked before', async () => {
  const { together, next, asked } = openQuestion();
  const first = together.answer();
  const answering = await next();
  const later = Promise.all([together.answer(), together.answer()]);
  answering.answer();
  expect(await first).toBe(1);
  (await next()).answer();
  expect(await later).toEqual([2, 2]);
  expect(asked()).toBe(2);
});

test('an answer that fails is the failure of who waited for it, and of nobody else', async () => {
  const { together, next } = openQuestion();
  const first = together.answer();
  const answering = await next();
  const later = together.answer();
  answering.fail();
  await expect(first).rejects.toThrow('no answer');
  (await next()).answer();
  expect(await later).toBe(2);
});
