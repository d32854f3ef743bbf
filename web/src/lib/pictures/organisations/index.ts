import type { PublicRecord } from '../../api/common.ts';
import type { OrganisationDetail } from '../../api/organisation.ts';
import type { Edition } from '../../i18n/edition.ts';
import { disputesPicture } from '../know-how/disputes.ts';
import type { Picture } from '../picture.ts';
import { moneyPicture } from './money.ts';
import { ratesPicture } from './rates.ts';

export interface OrganisationData {
  organisation: OrganisationDetail;
  record: PublicRecord | null;
}

/** The figures of an organisation's page that its published facts allow, in their order. */
export function organisationPictures(words: Edition, { organisation, record }: OrganisationData): Picture[] {
  const data = { organisation, record };
  return [
    moneyPicture(words, data),
    ratesPicture(words, data),
    organisation.disputes.nodes.length > 0
      ? disputesPicture(words, { disputes: organisation.disputes.nodes, record, about: organisation.name })
      : null,
  ].filter((picture) => picture !== null);
}
