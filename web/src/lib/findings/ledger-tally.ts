import type { ClaimTest } from '../api/claims.ts';

/** How the open ledgers of a claim fall at one fraction. */
export interface Tally {
  supported: number;
  contradicted: number;
  inconclusive: number;
}

/** Counts the open ledgers for, against and undecided at a fraction; controls are not counted. */
export function tallyAt(tests: readonly ClaimTest[], fraction: number): Tally {
  const counted = tests.filter((test) => !test.control && test.fraction === fraction);
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

/** The ledgers of a claim's tests, each once, controls apart. */
export function ledgersOf(tests: readonly ClaimTest[]): { open: string[]; controls: string[] } {
  const names = (control: boolean) => [
    ...new Set(
      tests.filter((test) => test.control === control).flatMap(({ dataset }) => dataset?.slug ?? []),
    ),
  ];
  return { open: names(false), controls: names(true) };
}
