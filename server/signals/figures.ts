import { channel } from 'node:diagnostics_channel';

/** A frozen figure that its data no longer draw, so that what was kept of it is shown. */
export interface UndrawableFigure {
  id: string;
  problem: unknown;
}

/** Told whenever what was kept of a figure is used instead of its data. */
export const figureUndrawable = channel('tacit.figure.undrawable');

export function noteUndrawable(id: string, problem: unknown): void {
  figureUndrawable.publish({ id, problem } satisfies UndrawableFigure);
}
