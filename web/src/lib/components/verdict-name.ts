import type { Verdict } from '../api/common.ts';
import type { Edition } from '../i18n/edition.ts';

const keys = {
  SUPPORTED: 'claims.verdict_supported',
  CONTRADICTED: 'claims.verdict_contradicted',
  INCONCLUSIVE: 'claims.verdict_inconclusive',
  MIXED: 'claims.verdict_mixed',
  UNTESTABLE: 'claims.verdict_untestable',
} as const;

/** A verdict in the page's language. */
export function verdictName({ t }: Edition, verdict: Verdict): string {
  return t(keys[verdict]);
}
