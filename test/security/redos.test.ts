import { expect, test } from 'vitest';
import { readMoney } from '../../server/imports/values/read-money.ts';
import { attacksOn, expressionsIn } from './adversarial.ts';

/** Where what people send is held against expressions. */
const rooms = [
  ...['access', 'errors', 'exports', 'graphql', 'http', 'imports', 'market', 'mcp', 'money', 'readpath'].map(
    (room) => `server/${room}`,
  ),
  ...['web/src/lib/url-state', 'web/src/lib/imports'],
];

/** Texts longer than this never reach the expressions of these files. */
const bounds: Record<string, number> = { 'server/imports/values/read-money.ts': 64 };
const longest = 12 * 2 ** 10;

/** The least milliseconds of some runs: what the processor needs where nobody interrupts it. */
function timeOf(expression: RegExp, text: string): number {
  let least = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const began = performance.now();
    text.replace(expression, '');
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** Shorter runs than this are told apart by chance, in milliseconds. */
const measurable = 0.3;

/** The length at which doubling a text takes much more than twice the time; undefined where there is none. */
function worseThanLinear(expression: RegExp, most = longest): number | undefined {
  const kinds = attacksOn(expression, 1).length;
  for (let kind = 0; kind < kinds; kind += 1) {
    let before = Infinity;
    // Slowly at first: of an exponential one the next doubling might never end.
    for (let length = 12; length <= most; length *= 2) {
      const text = attacksOn(expression, length)[kind]!;
      const took = timeOf(expression, text);
      if (took > measurable && took > 3 * before) {
        const half = attacksOn(expression, length / 2)[kind]!;
        // Twice more: what came between may have been somebody else's work.
        const again = [1, 2].map(() => timeOf(expression, text) / timeOf(expression, half));
        if (Math.min(...again) > 3) return length;
      }
      before = Math.max(took, measurable / 3);
    }
  }
  return undefined;
}

test('no expression that meets what people send takes more than about twice the time for twice the text', () => {
  const found = expressionsIn(rooms);
  expect(found.length).toBeGreaterThan(100);
  const slow = found.flatMap(({ file, expression }) => {
    const length = worseThanLinear(expression, bounds[file]);
    return length === undefined ? [] : [`${file} ${String(expression)} at ${length}`];
  });
  expect(slow).toEqual([]);
});

test('this finds the expressions that it is to find', () => {
  expect(worseThanLinear(/^(a+)+$/)).toBeLessThan(100);
  expect(worseThanLinear(/\s+$/)).toBeDefined();
  expect(worseThanLinear(/^[a-z]+$/)).toBeUndefined();
});

test('what is longer than an amount can be is not read as one', () => {
  expect(readMoney(`$${'1'.repeat(63)}`)).toBeDefined();
  expect(readMoney(`$${'1'.repeat(64)}`)).toBeUndefined();
});
