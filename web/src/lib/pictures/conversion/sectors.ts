import type { WholeConversion } from '../../api/conversion.ts';
import StageBar from '../../charts/StageBar.svelte';
import { sectorShares } from '../../findings/conversion-findings.ts';
import { sharesOf, stageNames } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { conversionQuery, conversionStanding, type ConversionData, type ConversionState } from './data.ts';
import { sizeInWords } from './stages.ts';
import { vegaStacks } from '../vega-lite.ts';

const stageKeys = ['untouched', 'recruited', 'measured', 'converting', 'contested'] as const;

type Area = ConversionState['area'];

/** The share of each sector's wage bill or employment at each stage; the finding is the widest and the narrowest. */
export function sectorsPicture(
  words: Edition,
  { whole, dataset }: Pick<ConversionData, 'whole' | 'dataset'>,
  state: ConversionState,
): Picture {
  const { t, percent, exact, href } = words;
  const { area } = state;
  const shares = sectorShares(whole, area);
  const size = (one: Pick<WholeConversion, 'wageBill' | 'employment'>) =>
    sizeInWords(words, area, area === 'wages' ? Number(one.wageBill.amount) : one.employment);
  const barLabel = (name: string, count: number) => t('conversion.bar_label', { name, count: exact(count) });
  const finding = t('conversion.bars_finding', {
    most: shares[0]?.name ?? '',
    high: percent(shares[0]?.share ?? 0),
    least: shares.at(-1)?.name ?? '',
    low: percent(shares.at(-1)?.share ?? 0),
  });
  return {
    id: 'sectors',
    finding,
    measure: t(`conversion.bars_measure_${area}`, { year: String(whole.wageYear ?? '') }),
    description: finding,
    drawing: draw(
      StageBar,
      {
        rows: [
          {
            key: 'all',
            label: barLabel(t('conversion.all_sectors'), whole.professions),
            shares: sharesOf(whole.stages, area),
            note: size(whole),
            lead: true,
          },
          ...whole.bySector
            .map((one) => ({
              key: one.sector.slug,
              label: barLabel(one.sector.name, one.professions),
              href: href('/conversion', conversionQuery({ ...state, sector: one.sector.slug })),
              shares: sharesOf(one.stages, area),
              note: size(one),
            }))
            .toSorted((a, b) => a.shares[0]! - b.shares[0]!),
        ],
        labels: { stages: stageNames(words) },
      },
      [320, 720],
    ),
    notes: [],
    tables: [sectorTable(words, whole, area)],
    standing: conversionStanding(words, whole, dataset),
    fields: ['whole', 'dataset'],
    simulated: false,
    vegaLite: vegaStacks({
      row: 'sector',
      parts: stageNames(words).map((label, step) => ({ key: `${stageKeys[step]}_share`, label })),
      title: t(`conversion.bars_measure_${area}`, { year: String(whole.wageYear ?? '') }),
    }),
  };
}

function sectorTable(words: Edition, whole: WholeConversion, area: Area): Table {
  const { t } = words;
  const names = stageNames(words);
  const rows = [
    { name: t('conversion.all_sectors'), ...whole },
    ...whole.bySector.map((one) => ({ name: one.sector.name, ...one })),
  ];
  return {
    key: 'stages-by-sector',
    columns: [
      { key: 'sector', label: t('conversion.sector'), kind: 'text' },
      { key: 'occupations', label: t('conversion.professions'), kind: 'count' },
      ...stageKeys.map((key, step) => ({
        key: `${key}_share`,
        label: names[step] ?? key,
        kind: 'share' as const,
        digits: 1,
      })),
    ],
    rows: rows.map((one) => [one.name, one.professions, ...sharesOf(one.stages, area)]),
  };
}
