import type { FormerLedger } from '../../api/know-how.ts';
import { formerEmployers } from '../../api/know-how.ts';
import CountMatrix from '../../charts/CountMatrix.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaMatrix } from '../vega-lite.ts';

const lower = <Word extends string>(word: Word) => word.toLowerCase() as Lowercase<Word>;

/** Where the experts of a ledger worked before, by the sectors they work in; null where it does not record that. */
export function formerPicture(words: Edition, ledger: FormerLedger | null): Picture | null {
  const { t, exact, percent } = words;
  const [top] = ledger?.formerEmployers ?? [];
  if (!ledger || !top) return null;
  const nameOf = (kind: (typeof formerEmployers)[number]) => t(`knowhow.column_${lower(kind)}`);
  const n = ledger.formerEmployers.reduce((sum, { experts }) => sum + experts, 0);
  const all = Math.max(n, ledger.release?.contributors ?? 0);
  const cells = ledger.formerEmployers.flatMap(({ formerEmployer, bySector }) =>
    bySector.map(({ experts, sector }) => ({
      kind: formerEmployer,
      experts,
      slug: sector?.slug ?? '',
      sector: sector?.name ?? t('knowhow.former_no_sector'),
    })),
  );
  const sectors = [...Map.groupBy(cells, ({ slug }) => slug)]
    .map(([key, own]) => ({
      key,
      label: own[0]!.sector,
      total: own.reduce((sum, { experts }) => sum + experts, 0),
    }))
    .toSorted((a, b) => b.total - a.total);
  const present = new Set(cells.map(({ kind }) => kind));
  const counts = {
    ledger: ledger.title,
    column: nameOf(top.formerEmployer),
    share: percent(top.experts / n),
    n: exact(n),
    kinds: present.size,
    sectors: sectors.length,
  };
  return {
    id: 'former',
    finding: t('knowhow.former_finding', counts),
    measure: t('knowhow.former_measure'),
    headline: { value: top.experts / n },
    description: t('knowhow.former_description', counts),
    drawing: draw(
      CountMatrix,
      {
        entries: cells.map(({ kind, experts, slug, sector }) => ({
          row: slug,
          column: kind,
          value: experts,
          title: t('knowhow.former_cell', { sector, column: nameOf(kind), experts, shown: exact(experts) }),
        })),
        rows: sectors.map(({ key, label }) => ({ key, label })),
        columns: formerEmployers
          .filter((kind) => present.has(kind))
          .map((kind) => ({ key: kind, label: nameOf(kind), lit: kind === top.formerEmployer })),
        labels: { total: t('knowhow.column_total') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('knowhow.former_note', { unknown: all - n, shown: exact(all - n) }) }],
    tables: [
      {
        key: 'former_employers',
        columns: [
          { key: 'sector', label: t('knowhow.sector'), kind: 'text' },
          { key: 'former_employer', label: t('knowhow.former_employer'), kind: 'text' },
          { key: 'experts', label: t('knowhow.former_experts'), kind: 'count' },
        ],
        rows: cells.map(({ kind, experts, sector }) => [
          sector,
          { value: kind, shown: nameOf(kind) },
          experts,
        ]),
      },
    ],
    standing: {
      n: t('knowhow.former_n', { n: exact(n), all: exact(all) }),
      datasets: [ledger.title],
      release: ledger.release?.number ?? null,
      releases: ledger.release ? [{ dataset: ledger.slug, number: ledger.release.number }] : [],
      licences: ledger.licence === null ? [] : [ledger.licence],
      sources: ledger.source
        ? [
            {
              label: ledger.source.title,
              path: `/sources/${ledger.source.slug}`,
              lang: ledger.source.language,
            },
          ]
        : [],
      method: t('knowhow.former_method'),
    },
    fields: ['formerLedger'],
    simulated: ledger.kind === 'SIMULATED',
    vegaLite: vegaMatrix({ row: 'sector', column: 'former_employer', value: 'experts' }),
  };
}
