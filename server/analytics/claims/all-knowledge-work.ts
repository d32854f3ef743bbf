import type { StageTotals } from '../conversion/stage-shares.ts';
import { Stage } from '../../market/professions/stage.ts';
import { publishedFigure } from './claim-finding.ts';
import type { ClaimFinding, ClaimFindings } from './claim-findings.ts';
import {
  allKnowledgeWorkReason,
  allKnowledgeWorkTurns,
  allWithEvidenceStatistic,
  knowledgeConvertingStatistic,
  knowledgeWithEvidenceStatistic,
  wageBillShare,
} from './texts/all-knowledge-work.ts';
import { Verdict } from './verdict.ts';

/** O*NET job zones of occupations that usually need a bachelor's degree or more: 'knowledge work' here. */
export const knowledgeJobZones = [4, 5];

/**
 * What can be read today of 'all knowledge work becomes training data': the share of the wage bill with any published
 * evidence. 'All' is contradicted as of today by every share below 1; what becomes of it is a forecast, which no
 * dataset of the present can test, so the claim as a whole is UNTESTABLE and no figure here decides.
 */
export function testAllKnowledgeWork(knowledge: StageTotals, all: StageTotals): ClaimFindings {
  const withEvidence = 1 - shareAt(knowledge, [Stage.UNTOUCHED]);
  const converting = shareAt(knowledge, [Stage.CONVERTING, Stage.CONTESTED]);
  const allWithEvidence = 1 - shareAt(all, [Stage.UNTOUCHED]);
  const untouched = knowledge.stages.find(({ stage }) => stage === Stage.UNTOUCHED)?.professions ?? 0;
  return {
    verdict: Verdict.UNTESTABLE,
    tests: [
      todayAgainstAll(knowledgeWithEvidenceStatistic, withEvidence, knowledge.professions),
      todayAgainstAll(knowledgeConvertingStatistic, converting, knowledge.professions),
      todayAgainstAll(allWithEvidenceStatistic, allWithEvidence, all.professions),
    ],
    reason: allKnowledgeWorkReason({
      withEvidence,
      converting,
      untouched,
      occupations: knowledge.professions,
    }),
    factIds: [],
    turns: allKnowledgeWorkTurns(1 - withEvidence),
  };
}

function todayAgainstAll(statistic: ClaimFinding['statistic'], value: number, n: number): ClaimFinding {
  return publishedFigure(
    { statistic, unit: wageBillShare, value, n },
    { threshold: 1, verdict: value < 1 ? Verdict.CONTRADICTED : Verdict.SUPPORTED },
  );
}

function shareAt({ stages }: StageTotals, wanted: readonly Stage[]): number {
  return stages.reduce((sum, { stage, wageBillShare: own }) => (wanted.includes(stage) ? sum + own : sum), 0);
}
