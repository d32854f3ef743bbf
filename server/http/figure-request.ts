import type { FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import type { FrozenFigure } from '../figures/figures.sql.ts';
import { readFigureFor } from '../figures/read-figure.ts';
import { accessOf, atHome } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import type { Graph } from '../graphql/graph.ts';
import type { HomeRule } from './at-home.ts';

/** What routes about figures work with. */
export interface FigureHouse {
  graph: Pick<Graph, 'context'>;
  isAtHome: HomeRule;
  publicUrl: string | undefined;
}

/** What the one who sent this request may see of figures: a lone analyst at home sees her own. */
export async function contextFor(
  { graph, isAtHome }: FigureHouse,
  request: FastifyRequest,
): Promise<Context> {
  const home = request.scope === null && (await isAtHome(request).catch(() => false));
  return graph.context({
    requestId: request.id,
    access: home ? atHome : accessOf(request),
    maker: home ? null : request.purse,
  });
}

/** A figure as whoever sent this request may read it; an error where there is none. */
export async function figureFor(
  house: FigureHouse,
  request: FastifyRequest,
  id: string,
): Promise<{ context: Context; figure: FrozenFigure }> {
  const context = await contextFor(house, request);
  const figure = await readFigureFor(context, id);
  return { context, figure: figure ?? reject('NOT_FOUND', `There is no figure "${id.slice(0, 40)}".`) };
}
