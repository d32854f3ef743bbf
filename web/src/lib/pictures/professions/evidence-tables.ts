import type { Profession, SourceLink } from '../../api/profession.ts';
import { writeFact } from '../../components/market/fact-value.ts';
import { stageName } from '../../findings/stage-words.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Cell, Column, Table } from '../table.ts';

/** The stages with their dates, the rows of evidence, and every evaluation on those benchmarks. */
export function evidenceTables(words: Edition, profession: Profession): [Table, ...Table[]] {
  const { t } = words;
  const source: Column = { key: 'source', label: t('pay.source'), kind: 'text' };
  return [
    {
      key: 'stages',
      caption: t('professions.table_stages'),
      columns: [
        { key: 'stage', label: t('conversion.stage'), kind: 'text' },
        { key: 'since', label: t('conversion.since'), kind: 'date' },
      ],
      rows: profession.stageSince.map(({ stage, date }) => [
        { value: stage, shown: stageName(words, stage) },
        date,
      ]),
    },
    {
      key: 'evidence',
      caption: t('professions.table_evidence'),
      columns: [
        { key: 'name', label: t('conversion.benchmark'), kind: 'text' },
        { key: 'publisher', label: t('sources.publisher'), kind: 'text' },
        { key: 'expert_built', label: t('professions.expert_built'), kind: 'text' },
        { key: 'items', label: t('conversion.items'), kind: 'count' },
        { key: 'experts', label: t('conversion.experts'), kind: 'count' },
        { key: 'released', label: t('conversion.released'), kind: 'date' },
        source,
      ],
      rows: profession.evidence.nodes.map((one) => [
        { value: one.name, lang: 'en' },
        one.publisher,
        { value: String(one.expertBuilt), shown: t(one.expertBuilt ? 'sources.yes' : 'sources.no') },
        one.items,
        one.experts,
        one.releasedOn,
        linkTo(one.source),
      ]),
    },
    evaluationTable(words, profession, source),
  ];
}

function evaluationTable(words: Edition, { evidence }: Profession, source: Column): Table {
  const { t } = words;
  const all = evidence.nodes.flatMap(({ project }) =>
    (project?.evaluations.nodes ?? []).map((one) => ({ ...one, benchmark: project!.name })),
  );
  const score = (value: number | null, unit: string): Cell => ({
    value,
    shown: value === null ? '–' : writeFact(words, { value, unit }),
  });
  return {
    key: 'evaluations',
    caption: t('professions.table_evaluations'),
    columns: [
      { key: 'model', label: t('sources.model'), kind: 'text' },
      { key: 'benchmark', label: t('professions.benchmark'), kind: 'text' },
      { key: 'score', label: t('sources.score'), kind: 'number' },
      { key: 'expert_score', label: t('sources.expert_score'), kind: 'number' },
      { key: 'parity', label: t('sources.parity'), kind: 'text' },
      { key: 'published', label: t('sources.published'), kind: 'date' },
      source,
    ],
    rows: [...new Map(all.map((one) => [one.key, one])).values()].map((one) => [
      one.model,
      one.benchmark,
      score(one.score, one.unit),
      score(one.expertScore, one.unit),
      {
        value: String(one.atOrAboveExpertParity),
        shown: t(one.atOrAboveExpertParity ? 'sources.yes' : 'sources.no'),
      },
      one.publishedOn,
      linkTo(one.source),
    ]),
  };
}

function linkTo({ slug, title, language }: SourceLink): Cell {
  return { value: title, path: `/sources/${slug}`, lang: language };
}
