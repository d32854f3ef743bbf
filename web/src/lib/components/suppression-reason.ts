import type { Suppression } from '../api/common.ts';
import type { Edition } from '../i18n/edition.ts';
import type { MessageKey } from '../i18n/messages/catalogue.ts';

const reasons: Record<string, MessageKey> = {
  TOO_FEW_CONTRIBUTORS: 'concentration.reason_too_few_contributors',
  DOMINANCE: 'concentration.reason_dominance',
  COMPLEMENTARY: 'concentration.reason_complementary',
  TOO_FEW_FOR_STATISTIC: 'concentration.reason_too_few_for_statistic',
  NO_DATA: 'concentration.reason_no_data',
  NOT_RECORDED: 'concentration.reason_not_recorded',
};

/** Why a number is not shown, in words. */
export function suppressionReason({ t }: Edition, { reason, threshold }: Suppression): string {
  return t(reasons[reason] ?? 'concentration.reason_no_data', { threshold: threshold ?? 10 });
}
