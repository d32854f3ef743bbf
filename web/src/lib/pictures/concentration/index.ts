import { isShown } from '../../concentration/parts.ts';
import type { ConcentrationData } from '../../concentration/read-page.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { allotmentsPicture } from './allotments.ts';
import { differencePicture } from './difference.ts';
import { lorenzPicture } from './lorenz.ts';
import { measuresPicture } from './measures.ts';
import { partsPicture } from './parts.ts';

/** The figures of the page of concentration, in their order: the curves, and after them those that there are. */
export function concentrationPictures(words: Edition, data: ConcentrationData): [Picture, ...Picture[]] {
  const { curves, comparisons, state } = data;
  const shown = { curves, comparisons, top: state.top };
  const [first] = curves;
  const { slug } = first.ledger;
  const whole = curves.find(
    ({ ledger, part, measure }) => ledger.slug === slug && !part && measure === first.measure,
  );
  const others = [
    differencePicture(words, shown),
    data.by &&
      partsPicture(words, {
        first,
        whole: whole?.ledger.concentration.lorenz ?? null,
        by: data.by,
        panels: data.panels,
        all: data.parts[data.by].filter(isShown).length,
        release: data.partsRelease,
        state,
      }),
    measuresPicture(words, data.shares, slug),
    allotmentsPicture(words, data.shares),
  ];
  return [lorenzPicture(words, shown), ...others.filter((one) => one != null)];
}
