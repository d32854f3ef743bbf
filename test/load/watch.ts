import { setTimeout as wait } from 'node:timers/promises';

/** What was seen of a server in a stretch of time: its resident memory in MiB, and how long /healthz took. */
export interface Stretch {
  memory: number[];
  /** What JavaScript's own heap held of that, in use, in MiB. */
  heap: number[];
  health: number[];
  /** How often /healthz did not answer with 200. */
  dead: number;
}

/** Looks at a server every half second. */
export function watch(url: string): { until(): Stretch; end(): Promise<Stretch> } {
  let going = true;
  let stretch: Stretch = { memory: [], heap: [], health: [], dead: 0 };
  const looking = (async () => {
    while (going) {
      const began = performance.now();
      const alive = await fetch(`${url}/healthz`).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (alive) stretch.health.push(performance.now() - began);
      else stretch.dead += 1;
      const told = await fetch(`${url}/metrics`).then(
        (answer) => answer.text(),
        () => '',
      );
      const bytes = (name: string): number =>
        Number(new RegExp(`^${name} (\\S+)`, 'm').exec(told)?.[1]) / 1024 ** 2;
      if (told !== '') {
        stretch.memory.push(bytes('process_resident_memory_bytes'));
        stretch.heap.push(bytes('nodejs_heap_size_used_bytes'));
      }
      await wait(500);
    }
  })();
  const until = (): Stretch => {
    const seen = stretch;
    stretch = { memory: [], heap: [], health: [], dead: 0 };
    return seen;
  };
  return {
    until,
    end: async () => {
      going = false;
      await looking;
      return until();
    },
  };
}
