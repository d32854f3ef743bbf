import type { ClaimTest } from '../api/claims.ts';

/** How the open ledgers of a claim fall at one fraction. */
export interface Tally {
  supported: number;
  contradicted: number;
  inconclusive: number;
}

/** Which of the ledgers a test's is: one that counts, a control, or one too small for an interval. */
type LedgerKind = 'open' | 'control' | 'small';

/** Controls are not counted, nor are ledgers of fewer than 30 contributors, whose reliability is LOW. */
export function ledgerKind({ control, reliability }: Pick<ClaimTest, 'control' | 'reliability'>): LedgerKind {
  if (control) return 'control';
  return reliability === 'LOW' ? 'small' : 'open';
}

/** Counts the open ledgers for, against and undecided at a fraction; controls and small ones are not counted. */
export function tallyAt(tests: readonly ClaimTest[], fraction: number): Tally {
  const counted = tests.filter((test) => ledgerKind(test) === 'open' && test.fraction === fraction);
  const count = (verdict: ClaimTest['verdict']) => counted.filter((test) => test.verdict === verdict).length;
  return {
    supported: count('SUPPORTED'),
    contradicted: count('CONTRADICTED'),
    inconclusive: counted.length - count('SUPPORTED') - count('CONTRADICTED'),
  };
}

/** What the open ledgers say at one fraction, by the rule of the claims: three ledgers or more, four in five agreeing. */
export function verdictAt(
  tests: readonly ClaimTest[],
  fraction: number,
): 'supported' | 'contradicted' | 'undecided' {
  const { supported, contradicted, inconclusive } = tallyAt(tests, fraction);
  const all = supported + contradicted + inconclusive;
  if (all < 3) return 'undecided';
  if (supported / all >= 0.8) return 'supported';
  return contradicted / all >= 0.8 ? 'contradicted' : 'undecided';
}

/** The ledgers of a claim's tests, each once, those apart that are not counted. */
export function ledgersOf(tests: readonly ClaimTest[]): Record<'open' | 'controls' | 'small', string[]> {
  const names = (kind: LedgerKind) => [
    ...new Set(
      tests.filter((test) => ledgerKind(test) === kind).flatMap(({ dataset }) => dataset?.slug ?? []),
    ),
  ];
  return { open: names('open'), controls: names('control'), small: names('small') };
}
