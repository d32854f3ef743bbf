import { setTimeout as wait } from 'node:timers/promises';

/** What was seen of a server in a stretch of time: its resident memory in MiB, its longest stops, and how long /healthz took. */
export interface Stretch {
  memory: number[];
  /** What JavaScript's own heap held of that, in use, in MiB. */
  heap: number[];
  /** Of each half second, for how many milliseconds at most its thread did nothing else. */
  stops: number[];
  health: number[];
  /** How often /healthz did not answer with 200. */
  dead: number;
}

const nothing = (): Stretch => ({ memory: [], heap: [], stops: [], health: [], dead: 0 });

/** Looks at a server every half second. */
export function watch(url: string): { until(): Stretch; end(): Promise<Stretch> } {
  let going = true;
  let stretch: Stretch = nothing();
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
      const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(told)?.[1]);
      if (told !== '') {
        stretch.memory.push(value('process_resident_memory_bytes') / 1024 ** 2);
        stretch.heap.push(value('nodejs_heap_size_used_bytes') / 1024 ** 2);
        stretch.stops.push(value('nodejs_eventloop_lag_max_seconds') * 1000);
      }
      await wait(500);
    }
  })();
  const until = (): Stretch => {
    const seen = stretch;
    stretch = nothing();
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
