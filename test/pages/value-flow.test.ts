import { describe, expect, test } from 'vitest';
import type { FlowFact } from '../../web/src/lib/api/market.ts';
import { publishedFlows, reachingShares } from '../../web/src/lib/findings/value-flow.ts';

const fact = (metric: string, slug: string, value: number, asOf: string, unit = 'USD/year') =>
  ({
    key: `${metric} ${slug} ${asOf} ${value}`,
    metric,
    value,
    unit,
    asOf,
    organisation: { slug, name: slug },
  }) as FlowFact;

describe('the flows whose two ends are published', () => {
  test('are a contract as it stands, a share of the same year’s revenue, and a daily payout times 365', () => {
    const flows = publishedFlows([
      fact('contract_value_google', 'scale', 200, '2025'),
      fact('revenue', 'appen', 1000, '2022'),
      fact('revenue', 'appen', 300, '2023'),
      fact('share_of_revenue_from_google', 'appen', 30, '2023', 'percent'),
      fact('payout_per_day', 'mercor', 2, '2025-10', 'USD/day'),
    ]);
    expect(flows.map(({ from, to, value }) => [from, to, value])).toEqual([
      ['google', 'scale', 200],
      ['google', 'appen', 90],
      ['mercor', 'experts', 730],
    ]);
  });

  test('leave out a total that is no yearly sum, and a share without that year’s revenue', () => {
    expect(
      publishedFlows([
        fact('contract_value_google', 'sama', 200, '2021', 'USD'),
        fact('revenue', 'appen', 1000, '2022'),
        fact('share_of_revenue_from_google', 'appen', 30, '2023', 'percent'),
      ]),
    ).toEqual([]);
  });

  test('take the newest payout that names its month before one that names a year', () => {
    const [flow] = publishedFlows([
      fact('payout_per_day', 'mercor', 2, '2026', 'USD/day'),
      fact('payout_per_day', 'mercor', 1, '2025-10', 'USD/day'),
    ]);
    expect(flow!.value).toBe(365);
  });
});

describe('the share that reaches those who work', () => {
  test('is all but the margin, payouts on revenue between working days and all days, and pay on the bill', () => {
    const shares = reachingShares(
      [
        fact('take_rate', 'mercor', 30, '2026', 'percent'),
        fact('payout_per_day', 'mercor', 1, '2025-10', 'USD/day'),
        fact('revenue_run_rate', 'mercor', 100, '2025-02'),
        fact('revenue_run_rate', 'mercor', 400, '2025-09'),
        fact('revenue_run_rate', 'mercor', 500, '2025-09'),
        fact('bill_rate', 'sama', 12, '2024-11', 'USD/hour'),
      ],
      [
        { platform: 'sama', low: 1.5, high: 3, typical: null },
        { platform: 'other', low: 12, high: 12, typical: null },
      ],
    );
    expect(shares.map(({ key, low, high }) => [key, low, high])).toEqual([
      ['take_rate', 0.7, 0.7],
      ['payouts', 260 / 500, 365 / 400],
      ['hourly', 0.125, 0.25],
    ]);
  });

  test('is not reckoned where one of the two figures is missing', () => {
    expect(reachingShares([fact('payout_per_day', 'mercor', 1, '2025-10', 'USD/day')], [])).toEqual([]);
    expect(reachingShares([fact('bill_rate', 'sama', 12, '2024-11', 'USD/hour')], [])).toEqual([]);
  });
});
