import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { claimPicture } from './claim.ts';

interface FrontData {
  lead: Claim;
  others: readonly Claim[];
  record: PublicRecord | null;
}

/** The figures of the front page: one a claim, in their order. */
export function frontPictures(words: Edition, { lead, others, record }: FrontData): Picture[] {
  return [lead, ...others].map((claim) => claimPicture(words, claim, record));
}

/** The one figure of a claim's own page. */
export function claimPictures(
  words: Edition,
  { claim, record }: { claim: Claim; record: PublicRecord | null },
): [Picture] {
  return [claimPicture(words, claim, record)];
}
