import type { PayRow } from '../pay/pay-row.ts';
import { Reliability } from '../../market/reliability.ts';
import { publishedFigure } from './claim-finding.ts';
import { verdictOfFindings, type ClaimFinding, type ClaimFindings } from './claim-findings.ts';
import {
  dollarsAnHour,
  highestRateStatistic,
  offeredMediansBelowStatistic,
  share,
  shareReachingStatistic,
  upTo200Reason,
} from './texts/up-to-200-an-hour.ts';
import { Verdict } from './verdict.ts';

/** US dollars an hour. */
const claimedRate = 200;

/** What the test reads: the published observations, how far their sources go, and the professions' offered medians. */
export interface PublishedPay {
  rows: readonly PayRow[];
  reliabilityOf: ReadonlyMap<number, Reliability>;
  /** The offered median of each profession that has one, US dollars an hour. */
  medians: readonly number[];
  /** Row id of the source of the claim itself, which cannot bear witness for it. */
  claimSourceId: number;
}

/**
 * The test of 'experts are paid up to 200 dollars an hour'. An 'up to' says that such a rate exists, so each source
 * that reports a rate of 200 or more supports it, and one whose rates end lower does not test it. Sources at third
 * hand (reliability LOW) are listed and do not count.
 */
export function testUpTo200({ rows, reliabilityOf, medians, claimSourceId }: PublishedPay): ClaimFindings {
  const hourly = rows.filter(
    ({ basis, currency, sourceId }) => basis === 'HOUR' && currency === 'USD' && sourceId !== claimSourceId,
  );
  const bySource = [...Map.groupBy(hourly, ({ sourceId }) => sourceId)];
  const reaching = hourly.filter(reaches);
  const tests = bySource
    .filter(([, own]) => own.some(reaches))
    .map(([sourceId, own]) => testOfSource(sourceId, own, reliabilityOf.get(sourceId) ?? Reliability.LOW))
    .sort((a, b) => Number(b.decisive) - Number(a.decisive) || (b.value ?? 0) - (a.value ?? 0));
  const below = medians.filter((median) => median < claimedRate).length;
  const shareReaching = hourly.length === 0 ? null : reaching.length / hourly.length;
  const shareBelow = medians.length === 0 ? null : below / medians.length;
  return {
    verdict: verdictOfFindings(tests),
    tests: [
      ...tests,
      publishedFigure({
        statistic: shareReachingStatistic,
        unit: share,
        value: shareReaching,
        n: hourly.length,
      }),
      publishedFigure({
        statistic: offeredMediansBelowStatistic,
        unit: share,
        value: shareBelow,
        n: medians.length,
      }),
    ],
    reason: upTo200Reason({
      sources: tests.filter(({ decisive }) => decisive).length,
      reaching: reaching.length,
      observations: hourly.length,
      professions: new Set(reaching.flatMap(({ professionId }) => professionId ?? [])).size,
      below,
      medians: medians.length,
    }),
    factIds: [],
  };
}

/** The highest rate that an observation speaks of. */
function highestOf({ low, high, typical }: PayRow): number {
  return high ?? typical ?? low ?? 0;
}

function reaches(row: PayRow): boolean {
  return highestOf(row) >= claimedRate;
}

function testOfSource(sourceId: number, rows: readonly PayRow[], reliability: Reliability): ClaimFinding {
  const value = Math.max(...rows.map(highestOf));
  return publishedFigure(
    { statistic: highestRateStatistic, unit: dollarsAnHour, value, n: rows.length },
    {
      sourceId,
      threshold: claimedRate,
      reliability,
      verdict: Verdict.SUPPORTED,
      decisive: reliability !== Reliability.LOW,
    },
  );
}
