import { reject } from '../errors/tacit-error.ts';
import type { KeptDrawing } from './drawings.sql.ts';
import type { FrozenFigure } from './figures.sql.ts';
import type { DrawnFigure, Language, PictureMaker } from './picture-maker.ts';
import { drawingFrom } from './standard-drawing.ts';

/** A frozen figure without its data: its words, and its drawing where one was kept. What needs more is refused. */
export function keptFigure(
  maker: PictureMaker,
  { figure, address: page, words, simulated }: FrozenFigure,
  locale: Language,
  drawing: KeptDrawing | undefined,
): DrawnFigure {
  const kept = maker.kept(figure, words[locale], simulated, locale);
  const known = (): KeptDrawing =>
    drawing ??
    reject(
      'NOT_FOUND',
      `The pages no longer draw the figure "${figure}" of ${page}, and no drawing of it was kept; its words and rows remain.`,
    );
  return {
    svg({ theme = 'light', shape = 'natural', origin, address }) {
      const { svg, drawnAt } = known();
      if (theme !== 'light')
        reject(
          'BAD_USER_INPUT',
          `The pages no longer draw this figure; there is its drawing of ${drawnAt.toISOString().slice(0, 10)}, in the theme "light" only.`,
        );
      const drawing = drawingFrom(origin, svg);
      return shape === 'natural' ? drawing : kept.svg(drawing, shape, address);
    },
    embed(options) {
      const { svg, drawnAt } = known();
      return kept.embed({ svg: drawingFrom(options.origin, svg), drawnAt }, options);
    },
    lowerThird: (at) => kept.lowerThird(at),
    script: () => kept.script(),
    vegaLite: () => null,
    kept: { drawnAt: drawing?.drawnAt ?? null },
  };
}
