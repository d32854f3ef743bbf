import type { PublicRecord } from '../../api/common.ts';
import type { ExposureMeasure, ExposureStanding, Profession } from '../../api/profession.ts';
import type { ExposureRow } from '../../charts/geometry/exposure-strips.ts';
import ExposureStrips from '../../charts/ExposureStrips.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { vegaStrips } from '../vega-lite.ts';

interface Data {
  profession: Profession;
  record: PublicRecord | null;
}

const names: Record<ExposureMeasure, MessageKey> = {
  GPT4_BETA: 'professions.exposure_gpt4_beta',
  HUMAN_BETA: 'professions.exposure_human_beta',
  MS_APPLICABILITY: 'professions.exposure_ms_applicability',
  AEI_USAGE: 'professions.exposure_aei_usage',
};

/** Other people's predictions: where the profession stands among all. Null where nobody has predicted it. */
export function exposurePicture(words: Edition, { profession, record }: Data): Picture | null {
  const { t, percent, exact } = words;
  const { title, exposureStandings } = profession;
  const known = exposureStandings.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const write = (measure: ExposureMeasure, value: number) =>
    measure === 'AEI_USAGE' ? percent(value / 100, 2) : exact(value, 2);
  const standing = ({ rank, of, above }: ExposureStanding) =>
    rank === null || above === null
      ? t('professions.exposure_unknown')
      : t('professions.exposure_standing', { rank, of, above: percent(above) });
  const top = known.filter(({ above }) => (above ?? 0) >= 0.8).length;
  const higher = known.filter(({ value, median }) => value! > (median ?? Infinity)).length;
  return {
    id: 'exposure',
    subject: title,
    finding:
      top > 0
        ? t('professions.exposure_finding_top', { title, count: top, of: known.length })
        : t('professions.exposure_finding_middle', { title, count: higher, of: known.length }),
    measure: t('professions.exposure_measure'),
    headline: { value: top > 0 ? top : higher },
    description: `${words.list(
      known.map((one) => `${t(names[one.measure])}: ${write(one.measure, one.value!)}, ${standing(one)}`),
    )}.`,
    drawing: draw(ExposureStrips, {
      rows: exposureStandings.map((one): ExposureRow => ({
        id: one.measure,
        label: t(names[one.measure]),
        value: one.value,
        valueText: one.value === null ? '' : write(one.measure, one.value),
        bins: one.bins,
        top: one.top ?? 0,
        topText: t('professions.exposure_highest', { value: write(one.measure, one.top ?? 0) }),
        median: one.median,
        standing: standing(one),
      })),
      labels: { zero: exact(0) },
    }),
    notes: [{ text: t('professions.exposure_note') }],
    tables: [exposureTable(words, exposureStandings)],
    standing: {
      ...recorded(record),
      n: t('professions.exposure_count', { count: Math.max(...exposureStandings.map(({ of }) => of)) }),
      sources: [{ label: t('professions.exposure_sources'), path: '/methods' }],
    },
    fields: ['profession'],
    simulated: false,
    vegaLite: vegaStrips({ row: 'prediction', value: 'score', middle: 'median', end: 'highest' }),
  };
}

function exposureTable({ t }: Edition, standings: readonly ExposureStanding[]): Table {
  return {
    key: 'exposure',
    columns: [
      { key: 'prediction', label: t('professions.prediction'), kind: 'text' },
      { key: 'score', label: t('sources.score'), kind: 'number' },
      { key: 'rank', label: t('professions.rank'), kind: 'count' },
      { key: 'of', label: t('professions.rank_of'), kind: 'count' },
      { key: 'above', label: t('professions.rank_above'), kind: 'share' },
      { key: 'median', label: t('professions.median_of_all'), kind: 'number' },
      { key: 'highest', label: t('professions.highest_of_all'), kind: 'number' },
    ],
    rows: standings.map((one) => [
      { value: one.measure, shown: t(names[one.measure]) },
      one.value,
      one.rank,
      one.of,
      one.above,
      one.median,
      one.top,
    ]),
  };
}
