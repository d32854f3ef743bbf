import type { MatchCriterion, MatchLedger } from '../../api/match.ts';
import MatchBars from '../../charts/MatchBars.svelte';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Picture } from '../picture.ts';
import { isSimulated, ledgerStanding } from './ledger-words.ts';
import { vegaStacks } from '../vega-lite.ts';

/** What each criterion is called. */
export const criterionNames: Record<MatchCriterion, MessageKey> = {
  PROFESSION: 'experts.criterion_profession',
  SECTOR: 'experts.criterion_sector',
  SENIORITY: 'experts.criterion_seniority',
  COUNTRY: 'experts.criterion_country',
  RATE: 'experts.criterion_rate',
  IMPROVEMENT: 'experts.criterion_improvement',
  AVAILABILITY: 'experts.criterion_availability',
};

/** The best matches, each with what every criterion adds. Needs at least one match. */
export function matchesPicture(words: Edition, ledger: MatchLedger): Picture {
  const { t, exact, href } = words;
  const matches = ledger.matchExperts;
  const points = (score: number) => exact(score * 100, 0);
  const [best, last] = [matches[0]!, matches.at(-1)!];
  return {
    id: 'matches',
    finding: findingOf(words, ledger),
    measure: t('experts.match_measure', { ledger: ledger.title }),
    headline: { value: best.score },
    description: t('experts.match_description', {
      count: matches.length,
      high: points(best.score),
      low: points(last.score),
    }),
    drawing: draw(
      MatchBars,
      {
        rows: matches.map(({ rank, score, expert, reasons }) => ({
          id: expert.id,
          label: `${exact(rank)}. ${expert.pseudonym}`,
          href: href(`/experts/${expert.id}`),
          score,
          parts: reasons.map(({ criterion, value, weight, contribution, words: said }) => ({
            key: criterion,
            weight,
            contribution,
            known: value !== null,
            say: `${expert.pseudonym}, ${t(criterionNames[criterion])} +${exact(contribution * 100, 1)}. ${said}`,
          })),
        })),
        value: points,
        columns: best.reasons.map(({ criterion }) => ({
          key: criterion,
          label: t(criterionNames[criterion]),
        })),
      },
      [320, 720, 1100],
    ),
    notes: best.known < 0.5 ? [{ text: t('experts.match_thin') }] : [],
    tables: [
      {
        key: 'reasons',
        columns: [
          { key: 'expert', label: t('experts.expert'), kind: 'text' },
          { key: 'score', label: t('experts.match_score'), kind: 'share', digits: 1 },
          { key: 'criterion', label: t('experts.criterion'), kind: 'text' },
          { key: 'reason', label: t('experts.match_reason'), kind: 'text' },
          { key: 'contribution', label: t('experts.match_adds'), kind: 'share', digits: 1 },
        ],
        rows: matches.flatMap(({ score, expert, reasons }) =>
          reasons.map(({ criterion, words: said, contribution }) => [
            { value: expert.pseudonym, path: `/experts/${expert.id}` },
            score,
            { value: criterion, shown: t(criterionNames[criterion]) },
            said,
            contribution,
          ]),
        ),
      },
    ],
    standing: ledgerStanding(words, ledger, ledger.release?.contributors ?? 0, t('experts.match_method')),
    fields: ['ledger'],
    simulated: isSimulated(ledger),
    vegaLite: vegaStacks({ row: 'expert', part: 'criterion', value: 'contribution' }),
  };
}

/** Who fits best, or how many do equally. */
function findingOf({ t, exact }: Edition, { matchExperts }: MatchLedger): string {
  const best = matchExperts[0]!;
  const score = exact(best.score * 100, 0);
  const tied = matchExperts.filter((one) => Math.abs(one.score - best.score) < 1e-9).length;
  if (tied === 1) return t('experts.match_title', { expert: best.expert.pseudonym, score });
  const more = tied === matchExperts.length && tied === 20 ? 'yes' : 'no';
  return t('experts.match_tied', { count: tied, more, score });
}
