import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { amountsPicture, type AmountsData } from './amounts.ts';

/** The figures of the market page, in their order. */
export function marketPictures(words: Edition, data: AmountsData): [Picture, ...Picture[]] {
  return [amountsPicture(words, data)];
}
