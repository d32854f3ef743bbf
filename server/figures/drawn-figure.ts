import type { Context } from '../graphql/context.ts';
import { makerOf } from './create-figure.ts';
import { readFrozenData, type FrozenFigure } from './figures.sql.ts';
import type { DrawnFigure, Language } from './picture-maker.ts';

/** A frozen figure in the dashboard's hands, with what it is drawn from. */
export async function drawnFigure(
  context: Context,
  { id, address, figure }: FrozenFigure,
  locale: Language,
): Promise<DrawnFigure> {
  const data = await readFrozenData(context.primary, id, locale);
  return makerOf(context).of(address, figure, data, locale);
}
