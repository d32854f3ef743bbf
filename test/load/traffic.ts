import { Agent, get } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { requestAt } from './mix.ts';

/** What was asked and how it ended; status 0 is a connection that failed. */
export interface Sent {
  kind: string;
  /** When, by the clock of performance.now(). */
  at: number;
  milliseconds: number;
  status: number;
  retryAfter: boolean;
}

/**
 * All that was sent in a stretch of time. In columns of numbers: a million objects, and as many promises, would keep the
 * asking process busy with its own memory, and what it measures would be that.
 */
export class Traffic {
  readonly #kinds: string[] = [];
  readonly #kind: number[] = [];
  readonly #at: number[] = [];
  readonly #milliseconds: number[] = [];
  readonly #status: number[] = [];
  readonly #retryAfter: number[] = [];
  readonly #delay = monitorEventLoopDelay({ resolution: 5 });

  constructor() {
    this.#delay.enable();
  }

  add({ kind, at, milliseconds, status, retryAfter }: Sent): void {
    if (!this.#kinds.includes(kind)) this.#kinds.push(kind);
    this.#kind.push(this.#kinds.indexOf(kind));
    this.#at.push(at);
    this.#milliseconds.push(milliseconds);
    this.#status.push(status);
    this.#retryAfter.push(retryAfter ? 1 : 0);
  }

  end(): this {
    this.#delay.disable();
    return this;
  }

  /** For how many milliseconds the asking process itself was away, 99 times in a hundred at most. */
  get ownDelay(): number {
    return Math.max(0, this.#delay.percentile(99) / 1e6 - 5);
  }

  get length(): number {
    return this.#at.length;
  }

  /** Everything, in the order of its answers. */
  rows(): Sent[] {
    return this.#at.map((at, i) => ({
      kind: this.#kinds[this.#kind[i]!]!,
      at,
      milliseconds: this.#milliseconds[i]!,
      status: this.#status[i]!,
      retryAfter: this.#retryAfter[i] === 1,
    }));
  }
}

let visitors = 0;

/** One request of the mix, from a visitor who was never here before. */
async function visit(url: string, pathOf: typeof requestAt): Promise<Sent> {
  visitors += 1;
  const { kind, path } = pathOf(visitors);
  const from = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
  const accept = path.startsWith('/graphql') ? 'application/json' : 'text/html';
  const at = performance.now();
  const answer = await ask(url + path, { 'x-forwarded-for': from, accept, 'accept-encoding': 'gzip, br' });
  return { kind, at, milliseconds: performance.now() - at, ...answer };
}

/** A flood opens thousands of connections: those that are not needed after it are closed. */
const agent = new Agent({ keepAlive: true, maxFreeSockets: 256 });

/** Follows where it is sent. Never fails: a connection that does has status 0. */
function ask(address: string, headers: Record<string, string>): Promise<Pick<Sent, 'status' | 'retryAfter'>> {
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, retryAfter: false });
    get(address, { agent, headers }, (answer) => {
      const { statusCode: status = 0, headers: said } = answer;
      const next = said.location && new URL(said.location, address).href;
      const answered = { status, retryAfter: said['retry-after'] !== undefined };
      answer.once('error', failed).once('end', () => resolve(next ? ask(next, headers) : answered));
      answer.resume();
    }).once('error', failed);
  });
}

/** So many requests a second for so many seconds, whether or not the ones before were answered: as visitors come. */
export async function openLoop(
  url: string,
  rate: number,
  seconds: number,
  pathOf = requestAt,
): Promise<Traffic> {
  const traffic = new Traffic();
  const began = performance.now();
  let sent = 0;
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * rate;
    for (; sent < due; sent += 1) void visit(url, pathOf).then((one) => traffic.add(one));
    await wait(5);
  }
  while (traffic.length < sent) await wait(5);
  return traffic.end();
}

/** So many visitors, each asking again when it was answered: what a server can do at most. */
export async function closedLoop(url: string, together: number, seconds: number): Promise<Traffic> {
  const traffic = new Traffic();
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (performance.now() < until) traffic.add(await visit(url, requestAt));
    }),
  );
  return traffic.end();
}

/** The latency that so large a part of what was answered did not exceed. */
export function quantileOf(sent: readonly Sent[], share: number): number {
  const took = sent
    .filter(({ status }) => status === 200)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  return took[Math.max(0, Math.ceil(took.length * share) - 1)] ?? NaN;
}
