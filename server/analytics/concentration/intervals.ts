import { LRUCache } from 'lru-cache';
import { sharedAnswer } from '../../graphql/deadline.ts';
import type { Contributors, Interval } from '../../statistics/index.ts';
import { noteCache } from '../../signals/caches.ts';
import { intervalsInThread } from './interval-threads.ts';

type Asked = 'gini' | 'halfShare' | `top ${number}` | `lorenz ${number}`;

type Answers = ReadonlyMap<Asked, readonly Interval[]>;

/**
 * Below this many people in the top, the interval of their share is withheld: no method sees past the largest
 * contributor, and what calls itself 95 % would cover a third to four fifths (statistics/concentration-intervals).
 */
const leastInTop = 5;

/** How many intervals of one distribution are remembered; anyone may ask for any fraction. */
const mostRemembered = 200;

const never = new AbortController().signal;

/**
 * The intervals of one distribution, as they are asked for. A bootstrap costs the same for one statistic as for ten, so
 * all that are asked for at the same time come from one; its draws do not depend on which these are. A signal stops the
 * waiting and, where nobody else has begun it, the work.
 */
export class Intervals {
  readonly #people: Contributors;
  readonly #known = new LRUCache<Asked, Promise<readonly Interval[]>>({ max: mostRemembered });
  #next: { asked: Set<Asked>; answers: Promise<Answers> } | null = null;

  constructor(people: Contributors) {
    this.#people = people;
  }

  async gini(signal?: AbortSignal): Promise<Interval | null> {
    return (await this.#answer('gini', signal))[0] ?? null;
  }

  async halfShare(signal?: AbortSignal): Promise<Interval | null> {
    return (await this.#answer('halfShare', signal))[0] ?? null;
  }

  async topShare(fraction: number, signal?: AbortSignal): Promise<Interval | null> {
    return (await this.#answer(`top ${fraction}`, signal))[0] ?? null;
  }

  /** One for each point of a curve of that many; none where there are too few contributors. */
  lorenz(points: number, signal?: AbortSignal): Promise<readonly Interval[]> {
    return this.#answer(`lorenz ${points}`, signal);
  }

  #answer(asked: Asked, signal = never): Promise<readonly Interval[]> {
    noteCache('intervals', this.#known.has(asked));
    return sharedAnswer(signal, () => this.#known.get(asked) ?? this.#ask(asked, signal));
  }

  async #ask(asked: Asked, signal: AbortSignal): Promise<readonly Interval[]> {
    this.#next ??= this.#begin(signal);
    this.#next.asked.add(asked);
    const answer = this.#next.answers.then((answers) => answers.get(asked) ?? []);
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
    const topFractions = numbersAfter('top', asked);
    const [lorenzPoints = 0, ...otherCurves] = numbersAfter('lorenz', asked);
    const [all, ...others] = await intervalsInThread(
      {
        people: this.#people,
        asked: [
          { topFractions, lorenzPoints, leastInTop },
          ...otherCurves.map((points) => ({ topFractions: [], lorenzPoints: points })),
        ],
      },
      signal,
    );
    const answers = new Map<Asked, readonly Interval[]>();
    if (all == null) return answers;
    answers
      .set('gini', [all.gini])
      .set('halfShare', [all.halfShare])
      .set(`lorenz ${lorenzPoints}`, all.lorenz);
    topFractions.forEach((fraction, i) => {
      const interval = all.topShares[i] ?? null;
      answers.set(`top ${fraction}`, interval === null ? [] : [interval]);
    });
    otherCurves.forEach((points, i) => answers.set(`lorenz ${points}`, others[i]?.lorenz ?? []));
    return answers;
  }
}

function numbersAfter(word: 'top' | 'lorenz', asked: readonly Asked[]): number[] {
  return asked.filter((name) => name.startsWith(word)).map((name) => Number(name.slice(word.length + 1)));
}
