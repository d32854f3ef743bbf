import { FigureResolver, NewerFigureResolver } from './figure.resolver.ts';

/** The resolver classes of frozen figures. */
export const figureResolvers = [FigureResolver, NewerFigureResolver] as const;
