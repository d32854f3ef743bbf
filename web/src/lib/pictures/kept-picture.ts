import type { ChartProps } from '../charts/chart-props.ts';
import KeptDrawing from '../components/kept-drawing.svelte';
import { draw, type Picture } from './picture.ts';

/** What a frozen figure says, without what its chart is drawn from. */
export type KeptWords = Pick<
  Picture,
  'finding' | 'measure' | 'description' | 'notes' | 'tables' | 'standing'
>;

/** A frozen figure that the pages no longer draw: its words, around its drawing from then where there is one. */
export function keptPicture(
  id: string,
  words: KeptWords,
  simulated: boolean,
  source: string | null,
): Picture {
  const drawing = draw<ChartProps & { source: string | null }>(KeptDrawing, { source }, [720], KeptDrawing);
  return { ...words, id, simulated, drawing, fields: [] };
}
