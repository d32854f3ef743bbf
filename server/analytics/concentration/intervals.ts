import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { concentrationIntervals, type Contributors, type Interval } from '../../statistics/index.ts';

type Asked = 'gini' | 'halfShare' | `top ${number}` | `lorenz ${number}`;

/**
 * Below this many people in the top, the interval of their share is withheld: no method sees past the largest
 * contributor, and what calls itself 95 % would cover a third to four fifths (statistics/concentration-intervals).
 */
const leastInTop = 5;

/** How many intervals of one distribution are remembered; anyone may ask for any fraction. */
const mostRemembered = 200;

/**
 * The intervals of one distribution, as they are asked for. A bootstrap costs the same for one statistic as for ten, so
 * all that are asked for at the same time come from one; its draws do not depend on which these are.
 */
export class Intervals {
  readonly #people: Contributors;
  readonly #asked: DataLoader<Asked, readonly Interval[]>;

  constructor(people: Contributors) {
    this.#people = people;
    this.#asked = new DataLoader((asked) => Promise.resolve(this.#compute(asked)), {
      batchScheduleFn: (compute) => setImmediate(compute),
      cacheMap: new LRUCache<Asked, Promise<readonly Interval[]>>({ max: mostRemembered }),
    });
  }

  async gini(): Promise<Interval | null> {
    return (await this.#asked.load('gini'))[0] ?? null;
  }

  async halfShare(): Promise<Interval | null> {
    return (await this.#asked.load('halfShare'))[0] ?? null;
  }

  async topShare(fraction: number): Promise<Interval | null> {
    return (await this.#asked.load(`top ${fraction}`))[0] ?? null;
  }

  /** One for each point of a curve of that many; none where there are too few contributors. */
  lorenz(points: number): Promise<readonly Interval[]> {
    return this.#asked.load(`lorenz ${points}`);
  }

  #compute(asked: readonly Asked[]): (readonly Interval[])[] {
    const answers = new Map<Asked, readonly Interval[]>();
    const topFractions = numbersAfter('top', asked);
    const [lorenzPoints = 0, ...otherCurves] = numbersAfter('lorenz', asked);
    const all = concentrationIntervals(this.#people, { topFractions, lorenzPoints, leastInTop });
    if (all === null) return asked.map(() => []);
    answers
      .set('gini', [all.gini])
      .set('halfShare', [all.halfShare])
      .set(`lorenz ${lorenzPoints}`, all.lorenz);
    topFractions.forEach((fraction, i) => {
      const interval = all.topShares[i] ?? null;
      answers.set(`top ${fraction}`, interval === null ? [] : [interval]);
    });
    for (const points of otherCurves) {
      const curve = concentrationIntervals(this.#people, { topFractions: [], lorenzPoints: points });
      answers.set(`lorenz ${points}`, curve?.lorenz ?? []);
    }
    return asked.map((name) => answers.get(name) ?? []);
  }
}

function numbersAfter(word: 'top' | 'lorenz', asked: readonly Asked[]): number[] {
  return asked.filter((name) => name.startsWith(word)).map((name) => Number(name.slice(word.length + 1)));
}
