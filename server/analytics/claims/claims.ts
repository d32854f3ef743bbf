import type { Context } from '../../graphql/context.ts';
import type { Row } from '../../graphql/row-type.ts';
import type { ClaimFindings } from './claim-findings.ts';
import { claimTesters, type ClaimTester } from './claim-testers.ts';
import { Verdict } from './verdict.ts';

const untested: ClaimTester = {
  test: () =>
    Promise.resolve({
      verdict: Verdict.UNTESTABLE,
      tests: [],
      reason: {
        en: 'Nobody has turned this claim into a test yet.',
        fr: 'Personne n’a encore mis cette affirmation à l’épreuve.',
      },
      factIds: [],
      turns: [],
    }),
  method: 'None yet',
  tested: { en: 'Not at all yet.', fr: 'Pas encore.' },
  caveat: { en: 'There is no test to be cautious about.', fr: 'Il n’y a pas d’épreuve dont se méfier.' },
  whatWouldChangeOurMind: { en: 'A test.', fr: 'Une épreuve.' },
};

/** How this claim is tested. */
export function testerOf({ slug }: Pick<Row<'claim'>, 'slug'>): ClaimTester {
  return claimTesters[slug] ?? untested;
}

/** What the tests of this claim found; each claim is tested at most once an operation. */
export async function findingsOf(context: Context, claim: Row<'claim'>): Promise<ClaimFindings> {
  const findings = context.loaders.batch<Row<'claim'>, ClaimFindings>('claim findings', (claims) =>
    // One claim whose test fails must not take the others with it.
    Promise.all(
      claims.map((own) =>
        testerOf(own)
          .test(context, own)
          .catch((error: Error) => error),
      ),
    ),
  );
  return findings.load(claim);
}
