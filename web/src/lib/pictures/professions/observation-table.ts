import type { Observation } from '../../api/profession.ts';
import type { Edition } from '../../i18n/edition.ts';
import { basisKeys, kindKey, reliabilityKeys } from '../pay/pay-words.ts';
import { countryName } from '../pay/write-rate.ts';
import type { Table } from '../table.ts';

/** Every published rate with its source, whatever it is paid for. */
export function observationTable(words: Edition, observations: readonly Observation[]): Table {
  const { t } = words;
  const unit = t('professions.unit_own');
  const amount = (value: number | null, currency: string) => ({
    value,
    shown: value === null ? '–' : words.money(value, currency),
  });
  return {
    key: 'observations',
    columns: [
      { key: 'role', label: t('pay.role'), kind: 'text' },
      { key: 'platform', label: t('pay.platform'), kind: 'text' },
      { key: 'low', label: t('pay.lowest'), kind: 'number', unit },
      { key: 'high', label: t('pay.highest'), kind: 'number', unit },
      { key: 'typical', label: t('professions.typical'), kind: 'number', unit },
      { key: 'currency', label: t('professions.currency'), kind: 'text' },
      { key: 'paid_per', label: t('pay.basis'), kind: 'text' },
      { key: 'country', label: t('professions.country'), kind: 'text' },
      { key: 'seen', label: t('pay.seen'), kind: 'date' },
      { key: 'according_to', label: t('professions.according_to'), kind: 'text' },
      { key: 'reliability', label: t('sources.reliability'), kind: 'text' },
      { key: 'source', label: t('pay.source'), kind: 'text' },
      { key: 'note', label: t('sources.note'), kind: 'text' },
    ],
    rows: observations.map((one) => [
      { value: one.roleTitle || one.professionLabel, lang: 'en' },
      one.platform.name,
      amount(one.low, one.currency),
      amount(one.high, one.currency),
      amount(one.typicalBasis === 'PUBLISHED' ? one.typical : null, one.currency),
      one.currency,
      { value: one.basis, shown: t(basisKeys[one.basis]) },
      one.country === null ? null : { value: one.country, shown: countryName(words, one.country) },
      one.observedOn,
      { value: one.kind, shown: t(kindKey(one.kind)) },
      { value: one.source.reliability, shown: t(reliabilityKeys[one.source.reliability]) },
      { value: one.source.title, path: `/sources/${one.source.slug}`, lang: one.source.language },
      { value: one.note, lang: 'en' },
    ]),
  };
}
