import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { concentrationDifference, type Interval } from '../../statistics/index.ts';
import type { Distribution } from '../earning-filter/index.ts';

/** As for a single top share: below this many people no method sees past the largest of them. */
const leastInTop = 5;
/** How many intervals of one comparison are remembered; anyone may ask for any fraction. */
const mostRemembered = 100;

type Asked = 'gini' | number;

/**
 * The intervals of the differences of two distributions. What is asked together comes from one bootstrap, whose draws
 * do not depend on what is asked.
 */
export class Differences {
  readonly #asked: DataLoader<Asked, Interval | null>;

  /** Paired where the people of both are drawn together. */
  constructor(first: Distribution, second: Distribution, paired: boolean) {
    const side = ({ totals, expertIds }: Distribution) =>
      paired ? { totals, people: expertIds } : { totals };
    const compute = (asked: readonly Asked[]): (Interval | null)[] => {
      const topFractions = asked.filter((one) => one !== 'gini');
      const { gini, topShares } = concentrationDifference(side(first), side(second), {
        topFractions,
        leastInTop,
      });
      return asked.map((one) =>
        one === 'gini' ? gini.interval : (topShares[topFractions.indexOf(one)]?.interval ?? null),
      );
    };
    this.#asked = new DataLoader((asked) => Promise.resolve(compute(asked)), {
      batchScheduleFn: (run) => setImmediate(run),
      cacheMap: new LRUCache<Asked, Promise<Interval | null>>({ max: mostRemembered }),
    });
  }

  gini(): Promise<Interval | null> {
    return this.#asked.load('gini');
  }

  topShare(fraction: number): Promise<Interval | null> {
    return this.#asked.load(fraction);
  }

  /** The differences of two distributions; the same ones as long as both are kept. */
  static of(first: Distribution, second: Distribution, paired: boolean): Differences {
    const known = paired ? knownPaired : knownApart;
    let others = known.get(first);
    if (others === undefined) known.set(first, (others = new WeakMap()));
    let differences = others.get(second);
    if (differences === undefined) others.set(second, (differences = new this(first, second, paired)));
    return differences;
  }
}

type Known = WeakMap<Distribution, WeakMap<Distribution, Differences>>;
const knownPaired: Known = new WeakMap();
const knownApart: Known = new WeakMap();
