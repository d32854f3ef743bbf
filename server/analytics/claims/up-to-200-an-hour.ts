import type { PayRow } from '../pay/pay-row.ts';
import { Reliability } from '../../market/reliability.ts';
import { publishedFigure } from './claim-finding.ts';
import {
  decisiveVerdicts,
  verdictOfFindings,
  type ClaimFinding,
  type ClaimFindings,
} from './claim-findings.ts';
import { reportOf } from './retold-reports.ts';
import {
  dollarsAnHour,
  highestRateStatistic,
  offeredMediansBelowStatistic,
  retoldRateStatistic,
  share,
  shareReachingStatistic,
  upTo200Reason,
  upTo200Turns,
} from './texts/up-to-200-an-hour.ts';
import { testsToLose } from './turning-point.ts';
import { Verdict } from './verdict.ts';

/** US dollars an hour. */
const claimedRate = 200;

/** What the test knows of a source. */
export interface PaySource {
  slug: string;
  reliability: Reliability;
}

/** What the test reads: the published observations, their sources, and the professions' offered medians. */
export interface PublishedPay {
  rows: readonly PayRow[];
  sources: ReadonlyMap<number, PaySource>;
  /** The offered median of each profession that has one, US dollars an hour. */
  medians: readonly number[];
  /** Slug of the source of the claim itself, which cannot bear witness for it, nor can what retells it. */
  claimSource: string;
}

/**
 * The test of 'experts are paid up to 200 dollars an hour'. An 'up to' says that such a rate exists: each independent
 * report of a rate of 200 or more supports it, and one whose rates end lower does not test it, so that nothing
 * published can contradict it. Retellings of a report that counts, and sources at third hand (reliability LOW), are
 * listed and do not count.
 */
export function testUpTo200({ rows, sources, medians, claimSource }: PublishedPay): ClaimFindings {
  const slugOf = (sourceId: number): string => sources.get(sourceId)?.slug ?? `source ${sourceId}`;
  const claimReport = reportOf(claimSource).report;
  const hourly = rows.filter(
    ({ basis, currency, sourceId }) =>
      basis === 'HOUR' && currency === 'USD' && reportOf(slugOf(sourceId)).report !== claimReport,
  );
  const bySource = [...Map.groupBy(hourly, ({ sourceId }) => sourceId)];
  const reaching = hourly.filter(reaches);
  const told = new Set<string>();
  const tests = bySource
    .filter(([, own]) => own.some(reaches))
    .sort(([a], [b]) => reportOf(slugOf(a)).place - reportOf(slugOf(b)).place)
    .map(([sourceId, own]) => {
      const reliability = sources.get(sourceId)?.reliability ?? Reliability.LOW;
      const { report } = reportOf(slugOf(sourceId));
      const retold = told.has(report);
      if (reliability !== Reliability.LOW) told.add(report);
      return testOfSource(sourceId, own, { reliability, retold });
    })
    .sort((a, b) => Number(b.decisive) - Number(a.decisive) || (b.value ?? 0) - (a.value ?? 0));
  const decided = decisiveVerdicts(tests);
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
      reports: decided.length,
      others: tests.filter(({ decisive }) => !decisive).length,
      reaching: reaching.length,
      observations: hourly.length,
      professions: new Set(reaching.flatMap(({ professionId }) => professionId ?? [])).size,
      below,
      medians: medians.length,
    }),
    factIds: [],
    turns: upTo200Turns(decided.length, testsToLose(decided)),
  };
}

/** The highest rate that an observation speaks of. */
function highestOf({ low, high, typical }: PayRow): number {
  return high ?? typical ?? low ?? 0;
}

function reaches(row: PayRow): boolean {
  return highestOf(row) >= claimedRate;
}

function testOfSource(
  sourceId: number,
  rows: readonly PayRow[],
  { reliability, retold }: { reliability: Reliability; retold: boolean },
): ClaimFinding {
  const value = Math.max(...rows.map(highestOf));
  return publishedFigure(
    {
      statistic: retold ? retoldRateStatistic : highestRateStatistic,
      unit: dollarsAnHour,
      value,
      n: rows.length,
    },
    {
      sourceId,
      threshold: claimedRate,
      reliability,
      verdict: Verdict.SUPPORTED,
      decisive: reliability !== Reliability.LOW && !retold,
    },
  );
}
