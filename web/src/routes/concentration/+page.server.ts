import { concentrationPage } from '../../lib/api/concentration.ts';
import { differenceOfTwo } from '../../lib/api/concentration-difference.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { openShares } from '../../lib/api/concentration-ledgers.ts';
import { comparisonVariables } from '../../lib/concentration/comparisons.ts';
import { readPage } from '../../lib/concentration/read-page.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { readCurves } from '../../lib/url-state/curves.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Up to four curves, what differs between them, the first by its parts, and all ledgers beside them. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const asked = readCurves(address);
  settle(url, address);
  const page = await readPage(graphLocale(locals.locale), asked, address);
  // Only now it is known which measure each ledger is usually shown by, and so need not be said.
  settle(url, address);
  const { curves, comparisons, variables } = page;
  const [compared] = comparisons;
  const lorenz = excerpt(
    concentrationPage.document,
    variables.page,
    curves.map(({ place }) => place),
  );
  const shares = excerpt(openShares.document, variables.shares, ['units', 'amounts', 'hours']);
  return {
    ...page,
    resets: address.resets,
    query: lorenz,
    /** By figure. */
    queries: {
      lorenz,
      parts: excerpt(concentrationPage.document, variables.page, ['parts']),
      measures: shares,
      allotments: shares,
      difference:
        compared &&
        excerpt(differenceOfTwo.document, comparisonVariables(curves[0], compared.other, variables.page), [
          'concentrationDifference',
        ]),
    },
  };
};
