import type { Suppression } from '../api/common.ts';
import type { Edition } from '../i18n/edition.ts';

interface Counted {
  contributors: number;
  suppression: Suppression | null;
}

/** How many people a figure rests on, as its footer says it; where that is kept back, how few they are. */
export function contributorsWords({ t, exact, list }: Edition, counted: readonly Counted[]): string {
  const [only] = counted;
  if (counted.length === 1 && only?.suppression && only.contributors === 0) {
    const { reason, threshold } = only.suppression;
    return reason === 'TOO_FEW_CONTRIBUTORS' && threshold !== null
      ? t('concentration.n_hidden', { threshold })
      : t('concentration.n_kept');
  }
  const shown = counted.map(({ contributors, suppression }) =>
    suppression && contributors === 0 ? '–' : exact(contributors),
  );
  const most = Math.max(...counted.map(({ contributors }) => contributors));
  return t('concentration.n', { n: list(shown), count: most });
}
