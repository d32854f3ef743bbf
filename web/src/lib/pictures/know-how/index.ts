import type { PublicRecord } from '../../api/common.ts';
import type { Dispute, Experience, FormerLedger, KnowHow } from '../../api/know-how.ts';
import type { Counting } from '../../findings/know-how-columns.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { disputesPicture } from './disputes.ts';
import { experiencePicture } from './experience.ts';
import { formerPicture } from './former.ts';
import { originsPicture } from './origins.ts';

interface KnowHowData {
  knowHow: KnowHow;
  disputes: { nodes: Dispute[] };
  experience: { nodes: Experience[] };
  record: PublicRecord | null;
  formerLedger: FormerLedger | null;
  state: { counting: Counting };
}

/** The figures of the page of know-how, in their order. */
export function knowHowPictures(
  words: Edition,
  { knowHow, disputes, experience, record, formerLedger, state }: KnowHowData,
): [Picture, Picture, Picture, ...Picture[]] {
  const former = formerPicture(words, formerLedger);
  return [
    originsPicture(words, { knowHow, record }, state.counting),
    disputesPicture(words, { disputes: disputes.nodes, record }),
    experiencePicture(words, { experience: experience.nodes, record }),
    ...(former ? [former] : []),
  ];
}
