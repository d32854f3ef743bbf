import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Visit {
  path: string;
  status: number;
  milliseconds: number;
}

const agent = new Agent({ keepAlive: true });
let visitors = 0;

/** A page as a browser asks for it, packed, from an address that was never here before; until its last byte has come. */
export function visit(url: string, path: string): Promise<Visit> {
  visitors += 1;
  const headers = {
    accept: 'text/html,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'x-forwarded-for': `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`,
  };
  const began = performance.now();
  return new Promise((resolve, fail) => {
    request(new URL(path, url), { agent, headers }, (answer) => {
      answer.once('error', fail).once('end', () => {
        resolve({ path, status: answer.statusCode ?? 0, milliseconds: performance.now() - began });
      });
      answer.resume();
    })
      .once('error', fail)
      .end();
  });
}

/** So many visits a second, whether or not those before were answered: an open loop, as visitors come. */
export async function visitAtRate(
  url: string,
  { rate, seconds, pathOf }: { rate: number; seconds: number; pathOf: (turn: number) => string },
): Promise<Visit[]> {
  const began = performance.now();
  const visits: Promise<Visit>[] = [];
  for (let turn = 0; turn < rate * seconds; turn += 1) {
    const due = began + (turn * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    visits.push(visit(url, pathOf(turn)));
  }
  return Promise.all(visits);
}
