import { describe, expect, test } from 'vitest';
import type { ClaimTest } from '../../web/src/lib/api/claims.ts';
import type { Amount } from '../../web/src/lib/api/market.ts';
import type { PayRate } from '../../web/src/lib/api/pay.ts';
import { ledgersOf, tallyAt } from '../../web/src/lib/findings/ledger-tally.ts';
import { drawable, marketSeries, steepestRise } from '../../web/src/lib/findings/market-series.ts';
import { matchedRates, payFinding } from '../../web/src/lib/findings/pay-rows.ts';

const ledgerTest = (slug: string, fraction: number, verdict: ClaimTest['verdict'], control = false) =>
  ({ dataset: { slug }, fraction, verdict, control }) as ClaimTest;

describe('the tally of ledgers', () => {
  const tests = [
    ledgerTest('a', 0.2, 'SUPPORTED'),
    ledgerTest('a', 0.1, 'INCONCLUSIVE'),
    ledgerTest('b', 0.2, 'CONTRADICTED'),
    ledgerTest('b', 0.1, 'CONTRADICTED'),
    ledgerTest('c', 0.2, 'INCONCLUSIVE'),
    ledgerTest('capped', 0.2, 'CONTRADICTED', true),
  ];

  test('counts one fraction at a time and leaves controls out', () => {
    expect(tallyAt(tests, 0.2)).toEqual({ supported: 1, contradicted: 1, inconclusive: 1 });
    expect(tallyAt(tests, 0.1)).toEqual({ supported: 0, contradicted: 1, inconclusive: 1 });
  });

  test('names each ledger once', () => {
    expect(ledgersOf(tests)).toEqual({ open: ['a', 'b', 'c'], controls: ['capped'] });
  });
});

describe('the finding on pay', () => {
  const rate = (premium: number | null, profession: object | null = {}) =>
    ({ premium, group: { profession }, n: 1, capped: 0, openEnded: 0 }) as PayRate;

  test('counts only professions that have a market wage', () => {
    expect(payFinding([rate(0.5), rate(-0.2), rate(null), rate(0.1)])).toEqual({
      above: 2,
      compared: 3,
      median: 0.1,
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
  const amount = (subject: string, asOf: string | null, value: number, unit = 'USD') =>
    ({
      key: `${subject}${asOf}${value}`,
      subject,
      asOf,
      value,
      unit,
      organisation: null,
      source: {},
    }) as Amount;
  const amounts = [
    amount('Steady', '2024', 10),
    amount('Riser', '2025-02', 2),
    amount('Riser', '2026-02', 10),
    amount('Steady', '2025', 11),
    amount('Undated', null, 5),
    amount('Abroad', '2025', 5, 'AUD/year'),
  ];

  test('is the steepest rise between the first and the last amount of one name', () => {
    const rise = steepestRise(amounts);
    expect([rise?.name, rise?.from.value, rise?.to.value]).toEqual(['Riser', 2, 10]);
  });

  test('is none where nothing has two dates', () => {
    expect(steepestRise([amount('Once', '2025', 1)])).toBeNull();
  });

  test('leaves out what has no date or is not in dollars', () => {
    expect(drawable(amounts)).toHaveLength(4);
  });

  test('puts the headline first, so that it takes the accent', () => {
    const series = marketSeries(
      amounts,
      'Riser',
      (path) => path,
      () => '',
    );
    expect(series.map(({ label, quiet }) => [label, quiet])).toEqual([
      ['Riser', false],
      ['Steady', false],
    ]);
  });
});
