import { Replica, type ReplicaOptions } from './replica.ts';
import type { Standing } from './standing.ts';

const checkEvery = 1000;

/** The copies of the database that reads may go to, each looked at every second. */
export class Replicas {
  readonly #replicas: Replica[];
  readonly #timer: NodeJS.Timeout;
  #turn = 0;

  constructor(urls: readonly string[], options: ReplicaOptions = {}) {
    this.#replicas = urls.map((url) => new Replica(url, options));
    void this.check();
    this.#timer = setInterval(() => void this.check(), checkEvery).unref();
  }

  /** One that answers and has all of this, each in its turn; undefined where none does: then the primary answers. */
  async pick(standing: readonly Standing[]): Promise<Replica | undefined> {
    const up = this.#replicas.filter(({ isUp }) => isUp);
    for (let tried = 0; tried < up.length; tried += 1) {
      const replica = up[(this.#turn += 1) % up.length]!;
      if (await replica.hasReached(standing)) return replica;
    }
    return undefined;
  }

  /** Looks at all of them now. */
  async check(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.check()));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#replicas.map((replica) => replica.close()));
  }
}
