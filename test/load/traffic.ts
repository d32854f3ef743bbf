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

let visitors = 0;

/** One request of the mix, from a visitor who was never here before. */
async function visit(url: string, pathOf: typeof requestAt): Promise<Sent> {
  visitors += 1;
  const { kind, path } = pathOf(visitors);
  const from = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
  const accept = path.startsWith('/graphql') ? 'application/json' : 'text/html';
  const at = performance.now();
  try {
    const answer = await fetch(url + path, { headers: { 'x-forwarded-for': from, accept } });
    await answer.arrayBuffer();
    const milliseconds = performance.now() - at;
    return { kind, at, milliseconds, status: answer.status, retryAfter: answer.headers.has('retry-after') };
  } catch {
    return { kind, at, milliseconds: performance.now() - at, status: 0, retryAfter: false };
  }
}

/** So many requests a second for so many seconds, whether or not the ones before were answered: as visitors come. */
export async function openLoop(
  url: string,
  rate: number,
  seconds: number,
  pathOf = requestAt,
): Promise<Sent[]> {
  const began = performance.now();
  const sent: Promise<Sent>[] = [];
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * rate;
    while (sent.length < due) sent.push(visit(url, pathOf));
    await wait(5);
  }
  return Promise.all(sent);
}

/** So many visitors, each asking again when it was answered: what a server can do at most. */
export async function closedLoop(url: string, together: number, seconds: number): Promise<Sent[]> {
  const until = performance.now() + seconds * 1000;
  const all: Sent[] = [];
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (performance.now() < until) all.push(await visit(url, requestAt));
    }),
  );
  return all;
}

/** The latency that so large a part of what was answered did not exceed. */
export function quantileOf(sent: readonly Sent[], share: number): number {
  const took = sent
    .filter(({ status }) => status === 200)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  return took[Math.max(0, Math.ceil(took.length * share) - 1)] ?? NaN;
}
