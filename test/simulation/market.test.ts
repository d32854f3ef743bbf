import { describe, expect, test } from 'vitest';
import { simulateEarnings } from '../../server/simulation/earnings.ts';
import { expertAt } from '../../server/simulation/expert.ts';
import { quantileSorted } from '../../server/statistics/index.ts';
import { calibration, rowsOf, smallMarket } from './market.ts';

describe('the same seed', () => {
  test('gives the same rows, to the last character', () => {
    expect(rowsOf(smallMarket())).toEqual(rowsOf(smallMarket()));
  });

  test('gives the same rows however they are cut into batches', () => {
    const market = smallMarket();
    const whole = rowsOf(market);
    for (const size of [1, 37, 399]) {
      const parts: string[] = [];
      for (let from = 0; from < 400; from += size) {
        for (const row of rowsOf(market, { from, to: Math.min(400, from + size) })) parts.push(row);
      }
      expect(parts, `${size} experts at a time`).toEqual(whole);
    }
  });

  test('gives experts who stay who they are when the market grows', () => {
    const background = ({ pseudonym, profession, country, seniority, rate }: ReturnType<typeof expertAt>) =>
      [pseudonym, profession.socCode, country, seniority, rate].join();
    const few = smallMarket({ experts: 10, earnings: 100 });
    const many = smallMarket({ experts: 400, earnings: 100_000 });
    for (let index = 0; index < 10; index++) {
      expect(background(expertAt(few, index))).toBe(background(expertAt(many, index)));
    }
  });
});

test('another seed gives other rows', () => {
  const rows = new Set(rowsOf(smallMarket()));
  expect(rowsOf(smallMarket({ seed: 8 })).filter((row) => rows.has(row))).toEqual([]);
});

describe.each([
  { experts: 1, earnings: 1 },
  { experts: 7, earnings: 7 },
  { experts: 3, earnings: 1000 },
  { experts: 400, earnings: 20_000 },
  { experts: 2000, earnings: 2001 },
])('$experts experts with $earnings earnings', (size) => {
  const rows = [...simulateEarnings(smallMarket(size))];

  test('are just that many, numbered from 1, each expert having one at least', () => {
    expect(rows).toHaveLength(size.earnings);
    expect(rows.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set(rows.map(({ expert }) => expert)).size).toBe(size.experts);
  });

  test('are what a person can have done, within the days of the market and of the project', () => {
    const market = smallMarket(size);
    const projects = new Map(market.projects.map((project) => [project.key, project]));
    const dayOf = (period: string) => (Date.parse(period) - market.opens) / 86_400_000;
    for (const row of rows) {
      const project = projects.get(row.project!)!;
      const hours = Number(row.hours);
      expect(hours).toBeGreaterThanOrEqual(0.25);
      expect(hours).toBeLessThanOrEqual(12);
      expect(hours * 4).toBe(Math.round(hours * 4));
      expect(Number(row.units)).toBeGreaterThanOrEqual(1);
      expect(Number(row.improvement)).toBeGreaterThanOrEqual(0);
      expect(row.amountMinor).toBeGreaterThan(0n);
      expect(dayOf(row.period!)).toBeGreaterThanOrEqual(project.firstDay);
      expect(dayOf(row.period!)).toBeLessThanOrEqual(project.lastDay);
      expect(row.sector).toBe(project.sector);
    }
  });
});

test('nobody exists: experts and projects say SIMULATED', () => {
  for (const { expert, project } of simulateEarnings(smallMarket())) {
    expect(expert).toMatch(/^SIMULATED-7-\d{7}$/);
    expect(project).toMatch(/^SIMULATED (law|language-translation) project \d+$/);
  }
});

describe('a market is shaped like the facts', () => {
  const market = smallMarket({ experts: 5000, earnings: 150_000 });
  const totals = new Map<string, { cents: number; hours: number; profession: string; improvement: number }>();
  for (const row of simulateEarnings(market)) {
    const total = totals.get(row.expert) ?? {
      cents: 0,
      hours: 0,
      profession: row.profession!,
      improvement: 0,
    };
    total.cents += Number(row.amountMinor);
    total.hours += Number(row.hours);
    total.improvement += Number(row.improvement);
    totals.set(row.expert, total);
  }
  const everyone = [...totals.values()];
  const topTenth = (values: number[]) => {
    const sorted = values.sort((a, b) => b - a);
    const sum = (some: number[]) => some.reduce((total, value) => total + value, 0);
    return sum(sorted.slice(0, sorted.length / 10)) / sum(sorted);
  };

  test.each(calibration.professions)(
    'the median rate of $socCode is the offered one',
    ({ socCode, medianRate }) => {
      const rates = everyone
        .filter(({ profession }) => profession === socCode)
        .map(({ cents, hours }) => cents / 100 / hours)
        .sort((a, b) => a - b);
      expect(quantileSorted(rates, 0.5) / medianRate).toBeCloseTo(1, 1);
    },
  );

  test('occupations are as frequent as the calibration says', () => {
    for (const { socCode, weight } of calibration.professions) {
      const share = everyone.filter(({ profession }) => profession === socCode).length / everyone.length;
      expect(share).toBeGreaterThan(weight - 0.03);
      expect(share).toBeLessThan(weight + 0.03);
    }
  });

  test('the top tenth holds the share of the money that was asked for', () => {
    expect(topTenth(everyone.map(({ cents }) => cents))).toBeGreaterThan(0.5);
    expect(topTenth(everyone.map(({ cents }) => cents))).toBeLessThan(0.6);
  });

  test('improvement is more concentrated than pay, as the claim has it', () => {
    expect(topTenth(everyone.map(({ improvement }) => improvement))).toBeGreaterThan(
      topTenth(everyone.map(({ cents }) => cents)),
    );
  });

  test('nobody works more than 60 hours a week', () => {
    expect(Math.max(...everyone.map(({ hours }) => hours))).toBeLessThan((60 * 1096) / 7);
  });

  test('experience is paid: the senior ones earn more an hour than juniors of their occupation', () => {
    const rates = { JUNIOR: [] as number[], PRINCIPAL: [] as number[] };
    for (let index = 0; index < 5000; index++) {
      const { seniority, rate, profession } = expertAt(market, index);
      if (seniority === 'JUNIOR' || seniority === 'PRINCIPAL')
        rates[seniority].push(rate / profession.medianRate);
    }
    const median = (values: number[]) =>
      quantileSorted(
        values.sort((a, b) => a - b),
        0.5,
      );
    expect(median(rates.PRINCIPAL)).toBeGreaterThan(1.2 * median(rates.JUNIOR));
  });
});

test.each([0.45, 0.55, 0.7])(
  'a share of %d for the top tenth comes out within 5 points, at 5 earnings each and at 100',
  (topShare) => {
    for (const earnings of [15_000, 300_000]) {
      const totals = new Map<string, number>();
      for (const { expert, amountMinor } of simulateEarnings(
        smallMarket({ experts: 3000, earnings, topShare }),
      )) {
        totals.set(expert, (totals.get(expert) ?? 0) + Number(amountMinor));
      }
      const sorted = [...totals.values()].sort((a, b) => b - a);
      const sum = (some: number[]) => some.reduce((total, value) => total + value, 0);
      const share = sum(sorted.slice(0, 300)) / sum(sorted);
      expect(Math.abs(share - topShare), `${earnings} earnings: ${share}`).toBeLessThan(0.05);
    }
  },
);

test.each([
  [{ experts: 10, earnings: 9 }, /fewer earnings than experts/],
  [{ experts: 1, earnings: 1001 }, /more than 1000 earnings for each expert/],
  [{ experts: 0 }, /the number of experts is below 1/],
  [{ experts: 'many' }, /the number of experts is not a number/],
  [{ seed: -1 }, /the seed is below 0/],
  [{ slug: 'Not A Slug' }, /not a slug/],
  [{ from: '2025-02-30' }, /"from" is not a day/],
  [{ from: '2025-01-01', to: '2025-02-01' }, /less than 180 days/],
  [{ topShare: 2 }, /share of the top tenth is above 0.85/],
])('%j is refused in words', (request, message) => {
  expect(() => smallMarket(request)).toThrow(message);
});
