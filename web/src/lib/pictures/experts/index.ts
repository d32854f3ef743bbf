import type { Measure } from '../../api/common.ts';
import type { ExpertsLedger } from '../../api/experts.ts';
import type { Expert, ExpertsOwnLedger } from '../../api/expert.ts';
import type { MatchLedger } from '../../api/match.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Picture } from '../picture.ts';
import { activityPicture } from './activity.ts';
import { busFactorPicture } from './bus-factor.ts';
import { measureNames } from './ledger-words.ts';
import { matchesPicture } from './matches.ts';
import { projectsOfExpertPicture } from './parts.ts';
import { rankingPicture } from './ranking.ts';

interface ExpertsData {
  ledger?: ExpertsLedger;
  state?: { measure: Measure };
  /** Not the first page of the ranking. */
  turned?: boolean;
}

/** The figures of the experts page: how many hold half, and who stands where; none of a ledger that is withheld. */
export function expertsPictures(words: Edition, { ledger, state, turned }: ExpertsData): Picture[] {
  if (!ledger || !state) return [];
  const people = ledger.rankedExperts?.nodes ?? [];
  const { measure } = state;
  const hrefs = people.map(({ expert }) => words.href(`/experts/${expert.id}`));
  const strip = busFactorPicture(words, {
    facts: ledger,
    dependence: ledger,
    measure,
    ...(turned ? {} : { hrefs }),
  });
  return !ledger.protected && people.length > 0 ? [strip, rankingPicture(words, ledger, measure)] : [strip];
}

interface ExpertData {
  expert: Expert;
  ledger: ExpertsOwnLedger;
  measure: Measure;
}

/** Where a contributor stands, as a sentence. */
export function expertFinding(words: Edition, { expert, ledger, measure }: ExpertData): string {
  const { t, exact, percent } = words;
  const standing = expert[measure];
  if (!standing)
    return t('experts.one_finding_none', { expert: expert.pseudonym, measure: t(measureNames[measure]) });
  return t('experts.one_finding', {
    expert: expert.pseudonym,
    rank: exact(standing.rank),
    n: exact(ledger.concentration.contributors),
    measure: t(measureNames[measure]),
    share: percent(standing.share, standing.share < 0.01 ? 2 : 1),
  });
}

/** The figures of a contributor: when she worked, and on what. */
export function expertPictures(words: Edition, data: ExpertData): Picture[] {
  const { ledger, measure } = data;
  const { currency, contributors } = ledger.concentration;
  const shared = { facts: ledger, measure, currency, contributors };
  return [
    activityPicture(words, { ...shared, quarters: ledger.quarters, finding: expertFinding(words, data) }),
    projectsOfExpertPicture(words, {
      ...shared,
      projects: ledger.projects,
      subject: data.expert.pseudonym,
    }),
  ].filter((picture) => picture !== null);
}

/** The figure of a search for experts; none while nobody was found. */
export function matchPictures(words: Edition, { ledger }: { ledger: MatchLedger | null }): Picture[] {
  return ledger && ledger.matchExperts.length > 0 ? [matchesPicture(words, ledger)] : [];
}
