import type { Measure } from '../../api/common.ts';
import type { Part } from '../../api/expert.ts';
import type { LedgerFacts } from '../../api/experts.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { capital } from './activity.ts';
import {
  isSimulated,
  ledgerStanding,
  measureNames,
  totalColumn,
  totalWords,
  unitWords,
} from './ledger-words.ts';
import { vegaDots } from '../vega-lite.ts';

export interface Projects {
  facts: LedgerFacts;
  projects: readonly Part[];
  measure: Measure;
  currency: string | null;
  contributors: number;
  /** Whose work it is. */
  subject: string;
}

const mostDrawn = 20;

/** What each project took of one expert's work; null where no project is named. */
export function projectsOfExpertPicture(
  words: Edition,
  { facts, projects, measure, currency, contributors, subject }: Projects,
): Picture | null {
  const { t, href, exact, percent } = words;
  const known = projects.filter(
    ({ key, concentration }) => key !== 'unknown' && (concentration.total ?? 0) > 0,
  );
  if (known.length === 0) return null;
  const unit = unitWords(words, measure, facts.unit, currency);
  const sum = known.reduce((all, { concentration }) => all + (concentration.total ?? 0), 0);
  const ordered = known.toSorted((a, b) => (b.concentration.total ?? 0) - (a.concentration.total ?? 0));
  const finding = t('experts.one_projects', {
    count: known.length,
    shown: exact(known.length),
    share: percent((ordered[0]!.concentration.total ?? 0) / sum),
  });
  return {
    id: 'projects',
    subject,
    finding,
    measure: t('experts.one_projects_measure', { measure: capital(t(measureNames[measure])), unit }),
    headline: { value: (ordered[0]!.concentration.total ?? 0) / sum },
    description: finding,
    drawing: draw(RankedDots, {
      rows: ordered.slice(0, mostDrawn).map(({ key, label, concentration }, index) => ({
        id: key,
        label,
        href: href(`/projects/${key}`),
        value: concentration.total,
        lit: index === 0,
      })),
      value: (total: number) => totalWords(words, measure, total, currency),
      labels: { axis: t('experts.total', { unit }) },
    }),
    notes: [],
    tables: [
      {
        key: 'projects',
        columns: [
          { key: 'project', label: t('experts.project'), kind: 'text' },
          totalColumn(words, measure, unit, currency),
        ],
        rows: ordered.map(({ key, label, concentration }) => [
          { value: label, path: `/projects/${key}`, lang: 'en' },
          concentration.total,
        ]),
      },
    ],
    standing: ledgerStanding(words, facts, contributors),
    fields: ['ledger'],
    simulated: isSimulated(facts),
    vegaLite: vegaDots({ row: 'project', value: 'total', first: mostDrawn }),
  };
}
