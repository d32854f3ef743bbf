import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { predictionsPicture } from './predictions.ts';
import { sectorsPicture } from './sectors.ts';
import { stagesPicture } from './stages.ts';
import { timelinePicture } from './timeline.ts';

type Data = Parameters<typeof stagesPicture>[1] &
  Parameters<typeof sectorsPicture>[1] &
  Parameters<typeof timelinePicture>[1] &
  Parameters<typeof predictionsPicture>[1] & {
    state: Parameters<typeof stagesPicture>[2];
  };

/** The figures of the conversion page: occupations by stage, sectors, first evidence, predictions. */
export function conversionPictures(
  words: Edition,
  data: Data,
): [stages: Picture, sectors: Picture, timeline: Picture, predictions: Picture] {
  return [
    stagesPicture(words, data, data.state),
    sectorsPicture(words, data, data.state),
    timelinePicture(words, data, data.state),
    predictionsPicture(words, data),
  ];
}
