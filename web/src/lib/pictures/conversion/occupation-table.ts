import type { Named } from '../../api/common.ts';
import type { OccupationStage } from '../../api/conversion.ts';
import { stageName } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Table } from '../table.ts';

/** Every occupation with its stage and size as a table. */
export function occupationTable(
  words: Edition,
  occupations: readonly OccupationStage[],
  sectors: readonly Named[],
): Table {
  const { t, moneyInWords } = words;
  const names = new Map(sectors.map(({ slug, name }) => [slug, name]));
  return {
    key: 'occupations',
    columns: [
      { key: 'occupation', label: t('pay.profession'), kind: 'text' },
      { key: 'soc_code', label: t('pay.soc'), kind: 'text' },
      { key: 'sector', label: t('conversion.sector'), kind: 'text' },
      { key: 'stage', label: t('conversion.stage'), kind: 'text' },
      { key: 'since', label: t('conversion.since'), kind: 'date' },
      { key: 'platforms', label: t('conversion.platforms'), kind: 'count' },
      { key: 'benchmarks', label: t('conversion.benchmarks'), kind: 'count' },
      { key: 'employment', label: t('conversion.employment'), kind: 'count', unit: 'employees' },
      {
        key: 'wage_bill',
        label: t('conversion.wage_bill'),
        kind: 'money',
        currency: 'USD',
        unit: 'USD/year',
      },
    ],
    rows: occupations.map(({ profession, stage, since, platforms, benchmarks, employment, wageBill }) => [
      { value: profession.title, path: `/professions/${profession.socCode}` },
      profession.socCode,
      { value: profession.sector.slug, shown: names.get(profession.sector.slug) },
      { value: stage, shown: stageName(words, stage) },
      since,
      platforms,
      benchmarks,
      employment,
      wageBill
        ? { value: Number(wageBill.amount), shown: moneyInWords(Number(wageBill.amount), 'USD') }
        : null,
    ]),
  };
}
