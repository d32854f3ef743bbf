import type { Context } from '../../graphql/context.ts';
import type { Row } from '../../graphql/row-type.ts';
import { SourceType } from '../../market/sources/source.type.ts';
import { readConversion } from '../conversion/conversion.ts';
import { stageShares } from '../conversion/stage-shares.ts';
import { PayGrouping } from '../pay/pay-groups.ts';
import { readPayRates } from '../pay/pay-rates.ts';
import { knowledgeJobZones, testAllKnowledgeWork } from './all-knowledge-work.ts';
import type { Bilingual, ClaimFindings } from './claim-findings.ts';
import { readFactIds, readValuations } from './claims.sql.ts';
import { testValuation } from './company-valuation.ts';
import { relatedFacts, testDisplacement } from './expert-work-displaced-crowd-work.ts';
import { readLedgerShares } from './ledger-shares.ts';
import * as knowledgeTexts from './texts/all-knowledge-work.ts';
import * as valuationTexts from './texts/company-valuation.ts';
import * as displacedTexts from './texts/expert-work-displaced-crowd-work.ts';
import * as topTexts from './texts/top-contributors.ts';
import * as payTexts from './texts/up-to-200-an-hour.ts';
import { testTopContributors } from './top-contributors.ts';
import { testUpTo200 } from './up-to-200-an-hour.ts';

/** How a claim is tested, and what of it does not depend on the outcome. */
export interface ClaimTester {
  test(context: Context, claim: Row<'claim'>): Promise<ClaimFindings>;
  /** How the numbers were made, as provenance names it. */
  method: string;
  tested: Bilingual;
  caveat: Bilingual;
  whatWouldChangeOurMind: Bilingual;
}

/** The tests of the founding claims, by slug. */
export const claimTesters: Readonly<Record<string, ClaimTester>> = {
  'top-contributors': {
    test: async (context) => testTopContributors(await readLedgerShares(context)),
    method: 'Top shares of each open ledger’s first measure against one half, decided at the top 20 %',
    tested: topTexts.topContributorsTested,
    caveat: topTexts.topContributorsCaveat,
    whatWouldChangeOurMind: topTexts.topContributorsWouldChange,
  },
  'up-to-200-an-hour': {
    test: testPublishedPay,
    method: 'Independent reports of an hourly rate of 200 US dollars or more: do any exist?',
    tested: payTexts.upTo200Tested,
    caveat: payTexts.upTo200Caveat,
    whatWouldChangeOurMind: payTexts.upTo200WouldChange,
  },
  'expert-work-displaced-crowd-work': {
    test: async ({ kysely }) => testDisplacement(await readFactIds(kysely, relatedFacts)),
    method: 'None: no dataset follows both kinds of work over time',
    tested: displacedTexts.displacedTested,
    caveat: displacedTexts.displacedCaveat,
    whatWouldChangeOurMind: displacedTexts.displacedWouldChange,
  },
  'all-knowledge-work-becomes-training-data': {
    test: async ({ kysely }) => {
      const all = await readConversion(kysely);
      const knowledge = all.filter(({ jobZone }) => jobZone !== null && knowledgeJobZones.includes(jobZone));
      return testAllKnowledgeWork(stageShares(knowledge), stageShares(all));
    },
    method: 'Share of the wage bill by stage, occupations of O*NET job zones 4 and 5',
    tested: knowledgeTexts.allKnowledgeWorkTested,
    caveat: knowledgeTexts.allKnowledgeWorkCaveat,
    whatWouldChangeOurMind: knowledgeTexts.allKnowledgeWorkWouldChange,
  },
  'company-age-and-valuation': {
    test: async ({ kysely }, { said_on, source_id }) =>
      testValuation(await readValuations(kysely, 'mercor'), { saidOn: said_on, sourceId: source_id }),
    method: 'Published valuations within a year of the statement',
    tested: valuationTexts.valuationTested,
    caveat: valuationTexts.valuationCaveat,
    whatWouldChangeOurMind: valuationTexts.valuationWouldChange,
  },
};

async function testPublishedPay({ kysely, loaders }: Context, claim: Row<'claim'>): Promise<ClaimFindings> {
  const rates = await readPayRates(kysely, PayGrouping.PROFESSION, null, 'USD');
  const rows = rates.flatMap((rate) => rate.rows);
  const sourceIds = [...new Set(rows.map(({ sourceId }) => sourceId))];
  const [said, ...sources] = await Promise.all(
    [claim.source_id, ...sourceIds].map((id) => loaders.the(SourceType, id)),
  );
  return testUpTo200({
    rows,
    sources: new Map(sources.map((source) => [source.rowId, source])),
    medians: rates.flatMap(({ group, median }) => (group.value === null ? [] : (median ?? []))),
    claimSource: said?.slug ?? '',
  });
}
