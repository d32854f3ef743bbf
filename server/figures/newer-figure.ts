import { LRUCache } from 'lru-cache';
import { TacitError } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { makerOf } from './create-figure.ts';
import { checksumOf } from './figure-id.ts';
import type { FrozenFigure } from './figures.sql.ts';
import type { CurrentFigure, Headline } from './picture-maker.ts';

/** The same figure on newer data. */
export interface NewerFigure {
  current: Omit<CurrentFigure, 'data'>;
  /** Whether the headline left the frozen interval or, without one, changed. */
  moved: boolean;
}

const kept = new LRUCache<string, { newer: NewerFigure | null }>({ max: 500 });

/** The figure as its page would show it now, where that is not what was frozen; null where nothing changed or it is gone. */
export async function newerOf(context: Context, frozen: FrozenFigure): Promise<NewerFigure | null> {
  const { versions, access } = context;
  const now = [...(await versions.all()).values()]
    .map(({ slug, version, alterations, retired }) => `${slug}:${version}:${alterations}:${retired}`)
    .sort();
  const key = [frozen.id, access.mayReadLedgers, access.mayReadAggregates, ...now].join(' ');
  const known = kept.get(key);
  if (known) return known.newer;
  const newer = await compare(context, frozen);
  kept.set(key, { newer });
  return newer;
}

async function compare(context: Context, frozen: FrozenFigure): Promise<NewerFigure | null> {
  try {
    const { data: _data, ...current } = await makerOf(context).read(
      frozen.address,
      frozen.figure,
      context.access,
    );
    if (checksumOf(current) === frozen.checksum) return null;
    return { current, moved: hasMoved(frozen, current) };
  } catch (problem) {
    // A ledger that was retired, a value that the page no longer knows: what was frozen stands alone.
    if (problem instanceof TacitError && !problem.retryable) return null;
    throw problem;
  }
}

/** Did the headline leave the interval it had? Without a number, did the sentence change? */
export function hasMoved(
  frozen: Pick<CurrentFigure, 'headline' | 'words'>,
  current: Pick<CurrentFigure, 'headline' | 'words'>,
): boolean {
  const [before, after] = [frozen.headline, current.headline];
  if (before === null || after === null) return frozen.words.en.finding !== current.words.en.finding;
  const { low, high } = rangeOf(before);
  return after.value < low || after.value > high;
}

function rangeOf({ value, low, high }: Headline): { low: number; high: number } {
  return { low: low ?? value, high: high ?? value };
}
