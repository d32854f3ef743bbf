import { setTimeout as pause } from 'node:timers/promises';
import { TacitError } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { withDrawn } from './drawn-figure.ts';
import { idsWithoutDrawing } from './drawings.sql.ts';
import { figureLimits } from './figure-room.ts';
import { readFrozen, sizeOfFigures } from './figures.sql.ts';
import { languages } from './picture-maker.ts';
import { standardDrawing } from './standard-drawing.ts';

const batch = 100;
/** Of ten parts of the time nine are left to those who ask. */
const restPerWork = 9;

/**
 * Draws, once, what was frozen before drawings were kept, so that it is kept while the pages still understand it; not
 * when somebody asks, who may come after they no longer do. Goes on until all are drawn, there is no room, or the signal.
 */
export async function drawMissing(open: () => Context, signal: AbortSignal): Promise<void> {
  for (let after = ''; !signal.aborted;) {
    const { primary } = open();
    if ((await sizeOfFigures(primary)) >= figureLimits.allBytes) return;
    const ids = await idsWithoutDrawing(primary, after, batch);
    for (const id of ids) {
      if (signal.aborted) return;
      const began = performance.now();
      await drawBoth(open(), id);
      const rest = restPerWork * (performance.now() - began);
      await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
    }
    if (ids.length < batch) return;
    after = ids.at(-1)!;
  }
}

async function drawBoth(context: Context, id: string): Promise<void> {
  const figure = await readFrozen(context.primary, id);
  if (!figure) return;
  for (const language of languages)
    try {
      await withDrawn(context, figure, language, (drawn) => standardDrawing(drawn, id, language));
    } catch (problem) {
      // One that the pages no longer draw stays without; a database that is away is tried at the next start.
      if (!(problem instanceof TacitError) || problem.retryable) throw problem;
    }
}
