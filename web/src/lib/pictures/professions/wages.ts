import type { PublicRecord } from '../../api/common.ts';
import type { Profession, WageRow } from '../../api/profession.ts';
import type { WageYear } from '../../charts/geometry/wage-band.ts';
import { recorded } from '../../components/recorded.ts';
import WageBand from '../../charts/WageBand.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Column, Table } from '../table.ts';
import { vegaBands } from '../vega-lite.ts';

interface Data {
  profession: Profession;
  record: PublicRecord | null;
}

/** Market wages over the years; by the year where none is published by the hour. Null without any. */
export function wagesPicture(words: Edition, { profession, record }: Data): Picture | null {
  const { t, money, change } = words;
  const { title, payRate } = profession;
  const rows = profession.wages.toSorted((a, b) => a.year - b.year);
  const annual = rows.every(({ median }) => median === null);
  const years = rows
    .map((row): WageYear => (annual ? annualYear(row) : row))
    .filter(({ median }) => median !== null);
  const [first] = years;
  const last = years.at(-1);
  if (!first || !last) return null;
  const offered = annual ? null : (payRate?.median ?? null);
  const values = {
    title,
    from: money(first.median!, 'USD'),
    to: money(last.median!, 'USD'),
    start: String(first.year),
    end: String(last.year),
    change: change(last.median! / first.median! - 1),
  };
  const direction = first === last ? 'one' : last.median! >= first.median! ? 'rose' : 'fell';
  return {
    id: 'wages',
    subject: title,
    finding: t(`professions.wages_${direction}`, values),
    measure: t(annual ? 'professions.wages_measure_annual' : 'professions.wages_measure'),
    ...(first !== last && { headline: { value: last.median! / first.median! - 1 } }),
    description: t('professions.wages_description', values),
    drawing: draw(
      WageBand,
      {
        years,
        offered,
        currency: 'USD',
        labels: {
          p90: t('professions.wages_p90'),
          median: t('professions.wages_median'),
          p10: t('professions.wages_p10'),
          offered: t('professions.wages_offered'),
          year: (year) => said(words, year),
        },
      },
      [320, 720],
    ),
    notes: [
      { text: t('professions.wages_note') },
      ...(offered === null ? [] : [{ text: t('professions.wages_note_offered') }]),
      ...(years.some(({ topCoded, p90 }) => topCoded && p90 === null)
        ? [{ text: t('professions.wages_note_top') }]
        : []),
    ],
    tables: [wageTable(words, rows)],
    standing: {
      ...recorded(record),
      n: t('professions.wages_standing', { count: years.length }),
      sources: rows.map(({ year, source }) => ({
        label: `OEWS ${year}`,
        path: `/sources/${source.slug}`,
        lang: source.language,
      })),
      licences: [t('professions.public_domain')],
    },
    fields: ['profession'],
    simulated: false,
    vegaLite: annual
      ? vegaBands({ x: 'year', middle: 'median_annual', bands: [] })
      : vegaBands({
          x: 'year',
          middle: 'median_hourly',
          bands: [
            ['p10_hourly', 'p90_hourly'],
            ['p25_hourly', 'p75_hourly'],
          ],
        }),
  };
}

function annualYear({ year, medianAnnual }: WageRow): WageYear {
  return { year, median: medianAnnual, p10: null, p25: null, p75: null, p90: null, topCoded: false };
}

function said({ t, money }: Edition, { year, median, p10, p90 }: WageYear): string {
  const values = { year: String(year), median: money(median ?? 0, 'USD') };
  if (p10 === null) return t('professions.wages_said_median', values);
  if (p90 === null) return t('professions.wages_said_open', { ...values, p10: money(p10, 'USD') });
  return t('professions.wages_said', { ...values, p10: money(p10, 'USD'), p90: money(p90, 'USD') });
}

function wageTable({ t }: Edition, rows: readonly WageRow[]): Table {
  const money = (key: string, label: string): Column => ({ key, label, kind: 'money', currency: 'USD' });
  return {
    key: 'wages',
    columns: [
      { key: 'year', label: t('professions.year'), kind: 'text' },
      { key: 'employment', label: t('conversion.employment'), kind: 'count' },
      money('p10_hourly', 'P10'),
      money('p25_hourly', 'P25'),
      money('median_hourly', t('professions.median_hourly')),
      money('p75_hourly', 'P75'),
      money('p90_hourly', 'P90'),
      money('median_annual', t('professions.median_annual')),
      money('mean_annual', t('professions.mean_annual')),
      { key: 'source', label: t('pay.source'), kind: 'text' },
    ],
    rows: rows.map((row) => {
      const above = (value: number | null) =>
        value === null && row.topCoded ? { value, shown: t('professions.above_published') } : value;
      return [
        String(row.year),
        row.employment,
        row.p10,
        row.p25,
        row.median,
        above(row.p75),
        above(row.p90),
        row.medianAnnual,
        row.meanAnnual,
        { value: row.source.title, path: `/sources/${row.source.slug}`, lang: row.source.language },
      ];
    }),
  };
}
