import type { Interval } from '../../api/common.ts';
import type { LedgerName } from '../../api/concentration-ledgers.ts';
import type { Curve } from '../../concentration/curve.ts';
import type { Edition } from '../../i18n/edition.ts';
import { contributorsWords } from '../contributors.ts';
import type { Standing } from '../picture.ts';

/** Where a figure of some curves stands. */
export function curvesStanding(
  words: Edition,
  curves: readonly Curve[],
  interval: Interval | null,
): Standing {
  const ledgers = [...new Map(curves.map(({ ledger }) => [ledger.slug, ledger])).values()];
  return {
    n: contributorsWords(
      words,
      curves.map(({ ledger }) => ledger.concentration),
    ),
    datasets: ledgers.map(({ title }) => title),
    release: ledgers.length === 1 ? ledgers[0]!.release?.number : undefined,
    releases: ledgers.flatMap(({ slug, release }) =>
      release ? [{ dataset: slug, number: release.number }] : [],
    ),
    method: intervalMethod(words, interval),
    sources: ledgers.flatMap(({ source }) =>
      source ? [{ label: source.title, path: `/sources/${source.slug}`, lang: source.language }] : [],
    ),
    licences: licencesOf(ledgers),
  };
}

/** The licences of some ledgers, each once. */
export const licencesOf = (ledgers: readonly Pick<LedgerName, 'licence'>[]): string[] => [
  ...new Set(ledgers.flatMap(({ licence }) => licence ?? [])),
];

/** How an interval was made, in words. */
export function intervalMethod({ t }: Edition, interval: Interval | null): string {
  if (!interval) return t('concentration.method_none');
  if (interval.method.startsWith('BCa')) return t('concentration.method_bca_bootstrap');
  return t('concentration.method_large_sample');
}
