import type { Entry, Question } from './small-ledger.ts';

/** A row of what an attacker knows: which unknowns its answer adds up, by their names. */
export type Equation = ReadonlyMap<string, number>;

/** The answer as a sum of what contributors have in each place: what an attacker adds and subtracts. */
export function sumEquation(entries: readonly Entry[], question: Question): Equation {
  return new Map(matching(entries, question).map(({ owner, place }) => [`${owner}:${place}`, 1]));
}

/** The answer as a sum over contributors of something computed from all that each has in it, such as its square. */
export function shareEquation(entries: readonly Entry[], question: Question): Equation {
  const places = Map.groupBy(matching(entries, question), ({ owner }) => owner);
  return new Map(
    [...places].map(([owner, own]) => [`${owner}:${own.map(({ place }) => place).join(',')}`, 1]),
  );
}

function matching(
  entries: readonly Entry[],
  { release, matches }: Question,
): { owner: number; place: number }[] {
  return entries
    .map((entry, place) => ({ ...entry, place }))
    .filter((entry) => entry.since <= release && release < entry.until && matches(entry))
    .map(({ owner, place }) => ({ owner, place }));
}

/**
 * Whether some combination of the equations is about nobody but these contributors: whether leaving their unknowns out
 * makes equations dependent that were not.
 */
export function isolates(equations: readonly Equation[], owners: ReadonlySet<number>): boolean {
  const without = equations.map(
    (equation) => new Map([...equation].filter(([name]) => !owners.has(Number(name.split(':')[0])))),
  );
  return rank(without) < rank(equations);
}

const prime = 1_000_003;

function rank(equations: readonly Equation[]): number {
  const solved = new Map<string, Map<string, number>>();
  for (const equation of equations) {
    const rest = new Map(equation);
    for (const [name, row] of solved) {
      const factor = rest.get(name) ?? 0;
      if (factor === 0) continue;
      for (const [other, value] of row) {
        const left = ((((rest.get(other) ?? 0) - factor * value) % prime) + prime) % prime;
        if (left === 0) rest.delete(other);
        else rest.set(other, left);
      }
    }
    const [pivot] = rest;
    if (pivot === undefined) continue;
    const scale = inverse(pivot[1]);
    solved.set(pivot[0], new Map([...rest].map(([name, value]) => [name, (value * scale) % prime])));
  }
  return solved.size;
}

function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
