import type { Measure } from '../../api/common.ts';
import type { Dependence, LedgerFacts } from '../../api/experts.ts';
import BusFactorStrip from '../../charts/BusFactorStrip.svelte';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { draw, type Picture } from '../picture.ts';
import { isSimulated, ledgerStanding, unitWords } from './ledger-words.ts';
import { vegaStacks } from '../vega-lite.ts';

const findings: Record<Measure, MessageKey> = {
  UNITS: 'experts.finding_units',
  AMOUNT: 'experts.finding_amount',
  HOURS: 'experts.finding_hours',
  IMPROVEMENT: 'experts.finding_improvement',
};

/** Whose shares the strip shows beside the total: `name` is the ledger's, or a project's in it. */
export interface Strip {
  facts: LedgerFacts;
  dependence: Dependence;
  measure: Measure;
  name?: string;
  /** The page of the contributor at each rank, as far as known. */
  hrefs?: readonly (string | undefined)[];
}

const longestTable = 40;

/** How many hold half: the fewest of them on a strip of everybody's shares, with how sure that number is. */
export function busFactorPicture(
  words: Edition,
  { facts, dependence, measure, name, hrefs }: Strip,
): Picture {
  const { t, exact, percent } = words;
  const { contributors, suppression, currency } = dependence.concentration;
  const count = dependence.keyExperts.busFactor;
  const known = (dependence.everyone?.experts ?? []).map(({ share }) => share);
  const unit = unitWords(words, measure, facts.unit, currency);
  const ledger = name ?? facts.title;
  const range = rangeOf(dependence);
  const say = ({ rank, share }: { rank: number; share: number }) =>
    t('experts.strip_mark', { rank: exact(rank), share: percent(share, 1) });
  return {
    id: 'bus-factor',
    finding: busFactorFinding(words, { measure, count, unit, ledger }),
    measure: t('experts.measure', { unit }),
    description:
      count === null
        ? t('experts.finding_none', { ledger })
        : t('experts.description', {
            count: exact(count),
            n: exact(contributors),
            top: percent(known[0] ?? 0, 1),
          }),
    ...(count === null ? {} : { headline: { value: count, low: range?.low, high: range?.high } }),
    drawing: draw(
      BusFactorStrip,
      {
        shares: withRest(known, contributors),
        busFactor: count ?? 0,
        ...(range === null ? {} : { range }),
        ...(hrefs === undefined ? {} : { hrefs }),
        say,
        ...(count === null
          ? {
              suppressed: suppression
                ? t('concentration.suppressed', { reason: suppressionReason(words, suppression) })
                : t('experts.finding_none', { ledger }),
            }
          : {}),
        labels: {
          key: t('experts.strip_key', { count: exact(count ?? 0), n: exact(contributors) }),
          rest: t('experts.strip_rest', {
            count: contributors - (count ?? 0),
            shown: exact(contributors - (count ?? 0)),
          }),
        },
      },
      [320, 720, 1100],
    ),
    notes: [
      ...(suppression && count !== null ? [{ text: suppressionReason(words, suppression) }] : []),
      ...(count === null
        ? []
        : range === null
          ? [{ text: t('experts.not_sure') }]
          : [
              {
                text: t(known.length === 0 ? 'experts.sure_alone' : 'experts.sure', {
                  count: exact(count),
                  low: exact(range.low),
                  high: exact(range.high),
                }),
              },
            ]),
      ...(count !== null && known.length === 0 ? [{ text: t('experts.strip_kept') }] : []),
    ],
    tables: [
      {
        key: 'shares',
        columns: [
          { key: 'rank', label: t('experts.rank'), kind: 'count' },
          { key: 'share', label: t('experts.share'), kind: 'share', digits: 2 },
          { key: 'cumulative_share', label: t('experts.cumulative'), kind: 'share', digits: 1 },
        ],
        rows: runningRows(known.slice(0, longestTable)),
      },
    ],
    standing: ledgerStanding(words, facts, contributors, t('experts.method'), suppression),
    fields: ['ledger'],
    simulated: isSimulated(facts),
    vegaLite: vegaStacks({ part: 'rank', value: 'share' }),
  };
}

/** Three people received half of the money in … */
export function busFactorFinding(
  { t, exact }: Edition,
  { measure, count, unit, ledger }: { measure: Measure; count: number | null; unit: string; ledger: string },
): string {
  if (count === null) return t('experts.finding_none', { ledger });
  const people = t('experts.people', { count, shown: exact(count) });
  return t(findings[measure], { people, unit, ledger });
}

/** The interval of the half share as numbers of people; null where there is none. */
function rangeOf({ concentration }: Dependence): { low: number; high: number } | null {
  const { interval } = concentration.halfShare;
  if (interval === null) return null;
  const people = (share: number) => Math.max(1, Math.round(share * concentration.contributors));
  return { low: people(interval.low), high: people(interval.high) };
}

/** Beyond the first thousand nobody's share is as wide as a pixel and a half: they are drawn alike, as one block. */
function withRest(known: readonly number[], contributors: number): number[] {
  const others = contributors - known.length;
  if (others <= 0 || known.length === 0) return [...known];
  const rest = Math.max(0, 1 - known.reduce((sum, share) => sum + share, 0));
  return [...known, ...Array.from({ length: others }, () => rest / others)];
}

function runningRows(shares: readonly number[]): number[][] {
  let held = 0;
  return shares.map((share, index) => [index + 1, share, (held += share)]);
}
