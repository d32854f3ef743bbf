import { LRUCache } from 'lru-cache';
import { sharedAnswer } from '../../graphql/deadline.ts';
import type { Interval } from '../../statistics/index.ts';
import { differencesInThread } from '../concentration/index.ts';
import type { Distribution } from '../earning-filter/index.ts';

/** As for a single top share: below this many people no method sees past the largest of them. */
const leastInTop = 5;
/** How many intervals of one comparison are remembered; anyone may ask for any fraction. */
const mostRemembered = 100;

type Asked = 'gini' | number;
type Answers = ReadonlyMap<Asked, Interval | null>;

/**
 * The intervals of the differences of two distributions. What is asked together comes from one bootstrap, whose draws
 * do not depend on what is asked.
 */
export class Differences {
  readonly #sides: readonly [Distribution, Distribution];
  readonly #paired: boolean;
  readonly #known = new LRUCache<Asked, Promise<Interval | null>>({ max: mostRemembered });
  #next: { asked: Set<Asked>; answers: Promise<Answers> } | null = null;

  /** Paired where the people of both are drawn together. */
  constructor(first: Distribution, second: Distribution, paired: boolean) {
    this.#sides = [first, second];
    this.#paired = paired;
  }

  gini(signal: AbortSignal): Promise<Interval | null> {
    return this.#answer('gini', signal);
  }

  topShare(fraction: number, signal: AbortSignal): Promise<Interval | null> {
    return this.#answer(fraction, signal);
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

  #answer(asked: Asked, signal: AbortSignal): Promise<Interval | null> {
    return sharedAnswer(signal, () => this.#known.get(asked) ?? this.#ask(asked, signal));
  }

  #ask(asked: Asked, signal: AbortSignal): Promise<Interval | null> {
    this.#next ??= this.#begin(signal);
    this.#next.asked.add(asked);
    const answer = this.#next.answers.then((answers) => answers.get(asked) ?? null);
    this.#known.set(asked, answer);
    // What failed is not remembered.
    answer.catch(() => this.#known.delete(asked));
    return answer;
  }

  #begin(signal: AbortSignal): { asked: Set<Asked>; answers: Promise<Answers> } {
    const asked = new Set<Asked>();
    const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#next = null;
      return this.#compute([...asked], signal);
    });
    return { asked, answers };
  }

  async #compute(asked: readonly Asked[], signal: AbortSignal): Promise<Answers> {
    const topFractions = asked.filter((one) => one !== 'gini');
    const [first, second] = this.#sides.map(({ totals, expertIds }) =>
      this.#paired ? { totals, people: expertIds } : { totals },
    );
    const { gini, topShares } = await differencesInThread(
      { first: first!, second: second!, options: { topFractions, leastInTop } },
      signal,
    );
    return new Map<Asked, Interval | null>([
      ['gini', gini.interval],
      ...topFractions.map((one, i) => [one, topShares[i]?.interval ?? null] as const),
    ]);
  }
}

type Known = WeakMap<Distribution, WeakMap<Distribution, Differences>>;
const knownPaired: Known = new WeakMap();
const knownApart: Known = new WeakMap();
