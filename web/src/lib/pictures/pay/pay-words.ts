import type { PaySignNames } from '../../charts/geometry/key-row.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import type { PayKind } from '../../api/pay.ts';
import type { Reliability } from '../../api/common.ts';

/** What a rate is paid for. */
export const basisKeys = {
  HOUR: 'pay.per_hour',
  TASK: 'pay.per_task',
  PROJECT: 'pay.per_project',
  MONTH: 'pay.per_month',
  YEAR: 'pay.per_year',
} as const satisfies Record<string, MessageKey>;

export const reliabilityKeys = {
  HIGH: 'sources.high',
  MEDIUM: 'sources.medium',
  LOW: 'sources.low',
} as const satisfies Record<Reliability, MessageKey>;

/** The message that names a kind of source, as in 'according to job listings'. */
export function kindKey(kind: PayKind): MessageKey {
  return `pay.kind_${kind.toLowerCase() as Lowercase<PayKind>}`;
}

/** The signs of the pay charts with their names: none for what is not drawn. */
export function paySigns(
  { t }: Edition,
  drawn: { template: boolean; hollow: boolean; market: boolean },
): PaySignNames {
  return {
    typical: t('pay.key_typical'),
    range: t('pay.key_range'),
    upTo: t('pay.key_up_to'),
    ...(drawn.hollow ? { dotted: t('pay.key_dotted') } : {}),
    ...(drawn.template ? { template: t('pay.key_template') } : {}),
    ...(drawn.market ? { band: t('pay.key_band') } : {}),
  };
}
