import { lightPalette } from '../lib/charts/theme.ts';
import { editionOf } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import { keptPicture, type KeptWords } from '../lib/pictures/kept-picture.ts';
import type { Shape } from './compose.ts';
import { fit } from './draw-figure.ts';
import { embedKept, type EmbedOptions } from './embed-figure.ts';
import { footerLines } from './footer-lines.ts';
import { drawLowerThird } from './lower-third.ts';
import { scriptOf } from './on-air.ts';

/** What can be made of a figure's words alone, and of a drawing that was kept. */
export function keptFigure(figure: string, words: KeptWords, simulated: boolean, locale: Locale) {
  const picture = keptPicture(figure, words, simulated, null);
  return {
    svg(drawing: string, shape: Shape, address: string): string {
      const words = editionOf(locale);
      const { finding: headline, measure: subtitle } = picture;
      return fit(
        drawing,
        { headline, subtitle, notes: footerLines(words, picture, address) },
        shape,
        lightPalette,
        words,
      );
    },
    embed({ svg, drawnAt }: { svg: string; drawnAt: Date }, options: EmbedOptions): string {
      const { t, date } = editionOf(locale);
      return embedKept(
        picture,
        svg,
        t('figure.kept', { date: date(drawnAt.toISOString()) }),
        locale,
        options,
      );
    },
    lowerThird: (address: string) => drawLowerThird(picture, locale, address),
    script: () => scriptOf(locale, picture, picture),
  };
}
