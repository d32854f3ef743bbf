import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/connect.ts';
import { fillBands } from './fill-bands.ts';
import { fillDays } from './days/fill-days.ts';
import { followReleases, warmLedgers } from './held/keep-warm.ts';
import { fillCells, fillPeople } from './fill-cells.ts';

/** How long a server is left to those who ask, at its start and between two looks for what is to be filled. */
const rest = 5_000;
/** How soon after a release what is held in memory is brought up to it. */
const soon = 1_000;

/**
 * Gives ledgers that are older than cells their cells, and from time to time new releases their days by column and new cells the
 * intervals that take a bootstrap.
 * Until then both are answered live. Ends with the signal.
 */
export async function keepFilling(
  database: Database,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const quietly = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: unknown) => {
      if (!signal.aborted) onError(error);
    });
  };
  await quietly(() => fillCells(database, signal));
  await quietly(() => fillPeople(database));
  const again = async (every: number, work: () => Promise<unknown>): Promise<void> => {
    while (!signal.aborted) {
      await pause(every, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await quietly(work);
    }
  };
  await Promise.all([
    again(soon, () => followReleases(database, signal)),
    again(rest, async () => {
      await warmLedgers(database, signal);
      if (!signal.aborted) await fillBands(database, signal);
    }),
    again(rest, () => fillDays(database, signal)),
  ]);
}
