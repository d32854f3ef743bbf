import type { Context } from '../../graphql/context.ts';
import { checksumOf } from '../figure-id.ts';
import { readFrozen } from '../figures.sql.ts';
import { newerOf } from '../newer-figure.ts';
import { noteMove, readWatched } from './moves.sql.ts';

/** The newest figures are watched; older ones say themselves, on their pages, that they moved. */
const watched = 100;

let swept = '';
let sweeping: Promise<void> | null = null;

/** Compares the watched figures with the data of today, once after each release, and notes those that moved. */
export async function noticeMoves(context: Context): Promise<void> {
  const versions = [...(await context.versions.all()).values()]
    .map(({ slug, version, alterations }) => `${slug} ${version} ${alterations}`)
    .sort()
    .join();
  const ids = await readWatched(context.primary, watched);
  const state = `${versions} ${ids.join()}`;
  if (state === swept) return;
  sweeping ??= sweep(context, ids)
    .then(() => {
      swept = state;
    })
    .finally(() => {
      sweeping = null;
    });
  return sweeping;
}

async function sweep(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const frozen = await readFrozen(context.primary, id);
    const newer = frozen && (await newerOf(context, frozen));
    if (newer?.moved) await noteMove(context.primary, id, checksumOf(newer.current), newer.current);
  }
}
