import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { factsPicture } from './facts.ts';
import { forestPicture } from './forest.ts';
import { ratesPicture } from './rates.ts';
import { sharesPicture } from './shares.ts';
import { valuationsPicture } from './valuations.ts';

/** The one chart of a claim, with its finding: what it shows depends on what the claim is about. */
export function claimPicture(words: Edition, claim: Claim, record: PublicRecord | null): Picture {
  switch (claim.subject) {
    case 'CONCENTRATION':
      return forestPicture(words, claim);
    case 'PAY':
      return ratesPicture(words, claim, record);
    case 'MARKET':
      return factsPicture(words, claim, record);
    case 'CONVERSION':
      return sharesPicture(words, claim, record);
    case 'COMPANY':
      return valuationsPicture(words, claim, record);
    default:
      return claim.subject satisfies never;
  }
}
