import type { PublicRecord } from '../../api/common.ts';
import type { Experience } from '../../api/know-how.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaDots } from '../vega-lite.ts';

interface Data {
  experience: readonly Experience[];
  record: PublicRecord | null;
}

/** Years in the profession: what offers ask for, and what those had who wrote the benchmarks. */
export function experiencePicture(words: Edition, { experience, record }: Data): Picture {
  const { t, exact, href } = words;
  const offers = experience.filter(({ payObservation }) => payObservation);
  const benchmarks = experience.filter(({ payObservation }) => !payObservation);
  const range = (rows: readonly Experience[]) => {
    const years = rows.map((row) => row.years);
    return years.length === 0
      ? { low: '–', high: '–' }
      : { low: exact(Math.min(...years)), high: exact(Math.max(...years)) };
  };
  const [asked, had] = [range(offers), range(benchmarks)];
  const counts = { low: asked.low, high: asked.high, least: had.low, most: had.high };
  return {
    id: 'experience',
    finding: t('knowhow.finding_experience', counts),
    measure: t('knowhow.measure_experience'),
    description: t('knowhow.description_experience', {
      ...counts,
      offers: offers.length,
      benchmarks: benchmarks.length,
    }),
    drawing: draw(
      RankedDots,
      {
        rows: experience.map((row) => ({
          id: row.key,
          label: t('knowhow.experience_row', { subject: row.subject, sector: row.sector.name }),
          href: href(`/sources/${row.source.slug}`),
          value: row.years,
          lit: !row.payObservation,
          hollow: row.source.reliability === 'LOW',
        })),
        value: (years: number) => exact(years),
        labels: { axis: t('knowhow.axis_experience') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('knowhow.note_experience') }],
    tables: [
      {
        key: 'experience',
        columns: [
          { key: 'subject', label: t('knowhow.subject'), kind: 'text' },
          { key: 'sector', label: t('knowhow.sector'), kind: 'text' },
          { key: 'years', label: t('knowhow.years'), kind: 'number' },
          { key: 'basis', label: t('knowhow.basis'), kind: 'text' },
          { key: 'source', label: t('market.source'), kind: 'text' },
        ],
        rows: experience
          .toSorted((a, b) => b.years - a.years)
          .map((row) => [
            { value: row.subject, lang: 'en' },
            row.sector.name,
            row.years,
            {
              value: row.yearsBasis,
              shown: t(row.yearsBasis === 'MEAN' ? 'knowhow.basis_mean' : 'knowhow.basis_minimum'),
            },
            { value: row.source.title, path: `/sources/${row.source.slug}`, lang: row.source.language },
          ]),
      },
    ],
    standing: {
      ...recorded(record),
      n: t('knowhow.n_experience', { offers: offers.length, benchmarks: benchmarks.length }),
      sources: [{ label: t('knowhow.each_source'), path: '/sources' }],
    },
    fields: ['experience', 'record'],
    simulated: false,
    vegaLite: vegaDots({ row: 'subject', value: 'years', colour: 'basis' }),
  };
}
