import type { OccupationCell } from '../../charts/geometry/occupation-treemap.ts';
import OccupationMap from '../../charts/fluid/OccupationMap.svelte';
import OccupationTreemap from '../../charts/OccupationTreemap.svelte';
import { gdpvalAlone } from '../../findings/conversion-findings.ts';
import { nameMatches } from '../../findings/name-match.ts';
import { monthsOf, stepsByOccupation } from '../../findings/stage-steps.ts';
import { sharesOf, stageNames, stepOf } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import { catalogues, type MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Note, type Picture } from '../picture.ts';
import { conversionQuery, conversionStanding, type ConversionData, type ConversionState } from './data.ts';
import { occupationTable } from './occupation-table.ts';

/** How many rows of the table the page itself holds; the rest has a page of its own. */
const rowsOnPage = 10;

/** Every occupation, or those of a sector, at its stage by the date asked for; the finding is the share with evidence. */
export function stagesPicture(words: Edition, data: ConversionData, state: ConversionState): Picture {
  const { conversion, whole, record, dataset } = data;
  const { area, sector, stage, until, search } = state;
  const { t, exact, href } = words;
  const values = valuesOf(words, data, state);
  const scope = `${sector ? '_sector' : ''}${until ? '_then' : ''}` as const;
  const names = stageNames(words);
  const steps = stepsByOccupation(record.timeline);
  const cellWords = ({ label, stage: step, value }: OccupationCell) =>
    t('conversion.cell', { title: label, stage: names[step] ?? '', value: sizeInWords(words, area, value) });
  const cells = conversion.occupations.flatMap(({ profession, stage: at, employment, wageBill }) => {
    const value = area === 'wages' ? Number(wageBill?.amount ?? 0) : (employment ?? 0);
    if (value <= 0) return [];
    const { socCode: id, title: label } = profession;
    return {
      id,
      label,
      sector: profession.sector.slug,
      value,
      stage: stepOf(at),
      href: href(`/professions/${id}`),
      steps: steps.get(id),
    };
  });
  const wanted = stage && stepOf(stage);
  const lit =
    stage || search
      ? (cell: OccupationCell) =>
          (wanted === undefined || cell.stage === wanted) && (!search || nameMatches(cell.label, search))
      : undefined;

  return {
    id: 'stages',
    finding: t(`conversion.finding_${area}${scope}`, values),
    measure: t(`conversion.measure${sector ? '_sector' : ''}_${area}`, values),
    headline: { value: 1 - sharesOf(conversion.stages, area)[0]! },
    description: t(until ? 'conversion.description_then' : 'conversion.description', values),
    drawing: draw(
      OccupationTreemap,
      {
        cells,
        sectors: whole.bySector
          .filter((one) => !sector || one.sector.slug === sector)
          .map(({ sector: { slug, name } }) => ({
            key: slug,
            label: name,
            short: shortName(words, slug),
            href: sector
              ? undefined
              : href('/conversion', conversionQuery({ ...state, sector: slug, occupation: undefined })),
          })),
        labels: { cell: cellWords, stages: names },
        ...(sector && { heights: { wide: 560, narrow: Math.min(960, 240 + 12 * cells.length) } }),
        lit,
      },
      [1100],
      OccupationMap,
    ),
    notes: notesOf(words, data, state),
    tables: [
      occupationTable(
        words,
        conversion.occupations,
        whole.bySector.map((one) => one.sector),
      ),
    ],
    wholeTable: {
      path: `/conversion/occupations${queryOf({ sector, until })}`,
      label: t('conversion.whole_table', { count: exact(conversion.occupations.length) }),
      rows: rowsOnPage,
    },
    standing: conversionStanding(words, conversion, dataset),
    fields: ['conversion', 'whole', 'record', 'dataset'],
    simulated: false,
  };
}

/** How large an occupation is, in words. */
export function sizeInWords(words: Edition, area: ConversionState['area'], value: number): string {
  return area === 'wages'
    ? words.moneyInWords(value, 'USD')
    : words.counted(words.t('conversion.jobs', { number: words.inWords(value) }));
}

const queryOf = (query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

function shortName({ t }: Edition, slug: string): string | undefined {
  const key = `conversion.short_${slug.replaceAll('-', '_')}`;
  return key in catalogues.en ? t(key as MessageKey) : undefined;
}

function valuesOf(words: Edition, { conversion, whole }: ConversionData, state: ConversionState) {
  const { area, sector, until } = state;
  const { percent, exact, date } = words;
  const shares = sharesOf(conversion.stages, area);
  const untouched = conversion.stages.find((one) => one.stage === 'UNTOUCHED')?.professions ?? 0;
  return {
    share: percent(1 - shares[0]!),
    contested: percent(shares[4]!, 1),
    professions: exact(conversion.professions),
    reached: exact(conversion.professions - untouched),
    whole: sizeInWords(
      words,
      area,
      area === 'wages' ? Number(conversion.wageBill.amount) : conversion.employment,
    ),
    year: String(conversion.wageYear ?? ''),
    without: conversion.withoutWage,
    sector: whole.bySector.find((one) => one.sector.slug === sector)?.sector.name ?? '',
    date: until ? date(until) : '',
  };
}

function notesOf(words: Edition, data: ConversionData, state: ConversionState): Note[] {
  const { conversion, record } = data;
  const { area, sector, until } = state;
  const { t, percent, date } = words;
  const values = valuesOf(words, data, state);
  const first = monthsOf(record.timeline)?.first;
  const notes: string[] = [];
  if (until) notes.push(t('conversion.note_then', { ...values, count: conversion.provenance.n }));
  if (until && first && conversion.provenance.n === 0)
    notes.push(t('conversion.empty_then', { date: date(first) }));
  notes.push(t('conversion.note_evidence', values), t('conversion.note_contested'));
  if (!until && !sector) {
    const gdpval = gdpvalAlone({ ...conversion, timeline: record.timeline }, area);
    if (gdpval.professions > 0)
      notes.push(
        t('conversion.note_gdpval', {
          professions: gdpval.professions,
          share: percent(gdpval.share),
          rest: percent(1 - sharesOf(conversion.stages, area)[0]! - gdpval.share),
        }),
      );
  }
  notes.push(t('conversion.note_meaning'));
  if (area === 'wages' && conversion.withoutWage > 0) notes.push(t('conversion.note_without', values));
  return notes.map((text) => ({ text }));
}
