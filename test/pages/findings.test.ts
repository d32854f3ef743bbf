import { describe, expect, test } from 'vitest';
import type { ClaimTest } from '../../web/src/lib/api/claims.ts';
import type { Conversion, ConversionEvent, WholeConversion } from '../../web/src/lib/api/conversion.ts';
import type { Amount } from '../../web/src/lib/api/market.ts';
import type { PayRate } from '../../web/src/lib/api/pay.ts';
import { gdpvalAlone, sectorShares } from '../../web/src/lib/findings/conversion-findings.ts';
import { ledgersOf, tallyAt, verdictAt } from '../../web/src/lib/findings/ledger-tally.ts';
import { drawable, marketSeries, steepestRise } from '../../web/src/lib/findings/market-series.ts';
import { matchedRates, payFinding } from '../../web/src/lib/findings/pay-rows.ts';

const ledgerTest = (
  slug: string,
  fraction: number,
  verdict: ClaimTest['verdict'],
  other: Partial<ClaimTest> = {},
) => ({ dataset: { slug }, fraction, verdict, control: false, reliability: 'HIGH', ...other }) as ClaimTest;

describe('the tally of ledgers', () => {
  const tests = [
    ledgerTest('a', 0.2, 'SUPPORTED'),
    ledgerTest('a', 0.1, 'INCONCLUSIVE'),
    ledgerTest('b', 0.2, 'CONTRADICTED'),
    ledgerTest('b', 0.1, 'CONTRADICTED'),
    ledgerTest('c', 0.2, 'INCONCLUSIVE'),
    ledgerTest('capped', 0.2, 'CONTRADICTED', { control: true }),
    ledgerTest('few', 0.2, 'INCONCLUSIVE', { reliability: 'LOW' }),
  ];

  test('counts one fraction at a time and leaves out controls and what is too small for an interval', () => {
    expect(tallyAt(tests, 0.2)).toEqual({ supported: 1, contradicted: 1, inconclusive: 1 });
    expect(tallyAt(tests, 0.1)).toEqual({ supported: 0, contradicted: 1, inconclusive: 1 });
  });

  test('decides at a fraction only when three ledgers are there and four in five agree', () => {
    const all = (verdict: ClaimTest['verdict'], count: number) =>
      Array.from({ length: count }, (_, index) => ledgerTest(`${verdict}${index}`, 0.2, verdict));
    expect(verdictAt([...all('SUPPORTED', 4), ...all('INCONCLUSIVE', 1)], 0.2)).toBe('supported');
    expect(verdictAt([...all('SUPPORTED', 3), ...all('INCONCLUSIVE', 1)], 0.2)).toBe('undecided');
    expect(verdictAt(all('SUPPORTED', 2), 0.2)).toBe('undecided');
    expect(verdictAt(all('CONTRADICTED', 3), 0.2)).toBe('contradicted');
  });

  test('names each ledger once', () => {
    expect(ledgersOf(tests)).toEqual({ open: ['a', 'b', 'c'], controls: ['capped'], small: ['few'] });
  });
});

describe('the finding on pay', () => {
  const rate = (premium: number | null, profession: object | null = {}, premiumN = 3) =>
    ({ premium, premiumN, group: { profession }, n: premiumN, capped: 0, openEnded: 0 }) as PayRate;

  test('counts only professions that have a market wage', () => {
    expect(payFinding([rate(0.5), rate(-0.2), rate(null), rate(0.1)])).toEqual({
      above: 2,
      compared: 3,
      fewer: 0,
      median: 0.1,
    });
  });

  test('leaves out professions with one or two rates, and counts them', () => {
    expect(payFinding([rate(0.5), rate(3, {}, 1), rate(2, {}, 2)])).toEqual({
      above: 1,
      compared: 1,
      fewer: 2,
      median: 0.5,
    });
  });

  test('takes the middle of the two middle premiums', () => {
    expect(payFinding([rate(0.1), rate(0.3)]).median).toBeCloseTo(0.2);
    expect(payFinding([]).median).toBeNull();
  });

  test('draws what is an occupation and paid by the hour', () => {
    expect(matchedRates([rate(0), rate(0, null), { ...rate(0), n: 0 }])).toHaveLength(1);
  });
});

describe('the finding on the market', () => {
  const amount = (subject: string, asOf: string | null, value: number, more: Partial<Amount> = {}) =>
    ({
      key: `${subject}${asOf}${value}`,
      subject,
      metric: 'valuation',
      asOf,
      value,
      unit: 'USD',
      organisation: null,
      source: { reliability: 'MEDIUM' },
      ...more,
    }) as Amount;
  const low = { source: { reliability: 'LOW' } as Amount['source'] };
  const amounts = [
    amount('Steady', '2024-01', 10),
    amount('Riser', '2025-02', 2),
    amount('Riser', '2026-02', 10),
    amount('Riser', '2026-02', 8),
    amount('Steady', '2025-01', 11),
    amount('Undated', null, 5),
    amount('Abroad', '2025', 5, { unit: 'AUD/year' }),
  ];
  const riseOf = (list: Amount[]) => steepestRise(list, 'valuation');

  test('is the steepest rise between the first and the last date of one name, as a range where accounts differ', () => {
    expect(riseOf(amounts)).toEqual({
      key: 'valuation Riser',
      name: 'Riser',
      from: { asOf: '2025-02', low: 2, high: 2, count: 1 },
      to: { asOf: '2026-02', low: 8, high: 10, count: 2 },
    });
  });

  test('never rests on a source of low reliability, a date without a month, or another metric', () => {
    expect(riseOf([amount('A', '2025-01', 1, low), amount('A', '2026-01', 9)])).toBeNull();
    expect(riseOf([amount('A', '2025-01', 1), amount('A', '2026', 9)])).toBeNull();
    const other = amount('A', '2026-01', 9, { metric: 'valuation_sought' });
    expect(riseOf([amount('A', '2025-01', 1), other])).toBeNull();
  });

  test('is none where nothing has two dates', () => {
    expect(riseOf([amount('Once', '2025-01', 1)])).toBeNull();
  });

  test('leaves out what has no date or is not in dollars', () => {
    expect(drawable(amounts)).toHaveLength(5);
  });

  test('puts the headline first, so that it takes the accent, and never joins two metrics', () => {
    const series = marketSeries(
      [...amounts, amount('Steady', '2025-06', 3, { metric: 'revenue' })],
      'valuation Riser',
      (path) => path,
      () => '',
      ({ subject, metric }) => `${subject} ${metric}`,
    );
    expect(series.map(({ label, quiet }) => [label, quiet])).toEqual([
      ['Riser valuation', false],
      ['Steady valuation', false],
      ['Steady revenue', true],
    ]);
  });
});

describe('the findings on conversion', () => {
  const stages = (wageBillShare: number) => [{ stage: 'UNTOUCHED', wageBillShare }];
  const event = (socCode: string, stage: string, name?: string) => ({
    profession: { socCode },
    stage,
    evidence: name ? { name } : null,
  });
  const occupation = (socCode: string, benchmarks: number, amount: string) => ({
    profession: { socCode },
    benchmarks,
    wageBill: { amount },
  });
  const conversion = {
    wageBill: { amount: '100' },
    bySector: [
      { sector: { name: 'One' }, professions: 1, stages: stages(0) },
      { sector: { name: 'Many' }, professions: 5, stages: stages(0.75) },
    ],
    occupations: [occupation('a', 1, '10'), occupation('b', 1, '20'), occupation('c', 2, '30')],
    timeline: [
      event('a', 'MEASURED', 'GDPval'),
      event('b', 'RECRUITED'),
      event('b', 'MEASURED', 'GDPval'),
      event('c', 'MEASURED', 'GDPval'),
    ],
  } as unknown as Conversion & Pick<WholeConversion, 'bySector'> & { timeline: ConversionEvent[] };

  test('leave out a sector of fewer than five occupations', () => {
    expect(sectorShares(conversion, 'wages')).toEqual([{ name: 'Many', share: 0.25 }]);
  });

  test('say what would go without GDPval: neither recruited nor covered by a second benchmark', () => {
    expect(gdpvalAlone(conversion, 'wages')).toEqual({ professions: 1, share: 0.1 });
  });
});
