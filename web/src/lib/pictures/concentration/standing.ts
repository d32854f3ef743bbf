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
    licences: [...new Set(ledgers.flatMap(({ licence }) => licence ?? []))],
  };
}

/** Where a figure of many ledgers stands: what its footer says of them together. */
export function ledgersStanding(
  { t }: Edition,
  ledgers: readonly LedgerName[],
): Pick<Standing, 'release' | 'releases' | 'licences' | 'sources'> {
  // A protected ledger may answer from a release before its newest, so none is named for it.
  const releases = ledgers.flatMap(({ slug, release, protected: guarded }) =>
    release && !guarded ? [{ dataset: slug, number: release.number }] : [],
  );
  const numbers = new Set(releases.map(({ number }) => number));
  return {
    release: numbers.size === 1 && releases.length === ledgers.length ? [...numbers][0] : undefined,
    releases,
    licences: [...new Set(ledgers.flatMap(({ licence }) => licence ?? []))],
    sources: [{ label: t('concentration.all_sources'), path: '/methods#ledgers' }],
  };
}

/** How an interval was made, in words. */
export function intervalMethod({ t }: Edition, interval: Interval | null): string {
  if (!interval) return t('concentration.method_none');
  if (interval.method.startsWith('BCa')) return t('concentration.method_bca_bootstrap');
  return t('concentration.method_large_sample');
}
