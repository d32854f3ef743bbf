import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { medianSorted, quantileSorted } from '../statistics/index.ts';
import { averagePaySql, offeredRatesSql, publicRecordSql } from './calibration.sql.ts';

/** What the public record says of one occupation's pay for this work, and how often it occurs in the market. */
export interface CalibratedProfession {
  socCode: string;
  sector: string;
  /** The offered rate: median of its observations, US dollars an hour. */
  medianRate: number;
  /** Standard deviation of the logarithm of its rates. */
  spread: number;
  /** Share of the experts. */
  weight: number;
}

export interface Calibration {
  /** Release of the public record that it rests on. */
  release: number;
  professions: readonly CalibratedProfession[];
  /** Median of the published averages; null where there is none. */
  averagePay: number | null;
}

/** Quartiles tell a spread from this many rates on; below, the middle of what the others show is taken. */
const leastForSpread = 5;
const usualSpread = 0.3;

/** Reads what a market is calibrated to; BAD_USER_INPUT where no pay is published in this database. */
export async function readCalibration({ pool }: Pick<Database, 'pool'>): Promise<Calibration> {
  const offered = await pool.query<{ socCode: string; sector: string; rates: number[] }>(offeredRatesSql);
  const averages = await pool.query<{ value: number }>(averagePaySql);
  const record = await pool.query<{ version: number }>(publicRecordSql);
  if (offered.rows.length === 0) {
    reject(
      'BAD_USER_INPUT',
      'No pay is published in this database to calibrate a market to: load the seeds first (npm start does).',
    );
  }
  const averagePay =
    averages.rows.length === 0 ? null : medianSorted(averages.rows.map(({ value }) => value));
  const professions = offered.rows.map(({ socCode, sector, rates }) => ({
    socCode,
    sector,
    medianRate: medianSorted(rates),
    spread: spreadOf(rates),
    weight: rates.length,
  }));
  return {
    release: record.rows[0]?.version ?? 0,
    professions: averagePay === null ? shares(professions, 0) : tilted(professions, averagePay),
    averagePay,
  };
}

/** The log-normal's standard deviation from the quartiles: ln(p75/p25) is 1.349 of it. */
function spreadOf(rates: readonly number[]): number {
  if (rates.length < leastForSpread) return usualSpread;
  const spread = Math.log(quantileSorted(rates, 0.75) / quantileSorted(rates, 0.25)) / 1.349;
  return Math.min(0.6, Math.max(0.15, spread));
}

/**
 * Occupations occur as often as listings name them, times a power of their rate: the power that makes the average pay
 * the published one (found by bisection), as near as powers from −4 to 4 come.
 */
function tilted(professions: readonly CalibratedProfession[], averagePay: number): CalibratedProfession[] {
  let low = -4;
  let high = 4;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (meanPay(shares(professions, middle)) < averagePay) low = middle;
    else high = middle;
  }
  return shares(professions, (low + high) / 2);
}

function shares(professions: readonly CalibratedProfession[], power: number): CalibratedProfession[] {
  const weights = professions.map(({ weight, medianRate }) => weight * medianRate ** power);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return professions.map((profession, at) => ({ ...profession, weight: weights[at]! / sum }));
}

/** The mean rate of an expert drawn from these shares: of a log-normal it is the median · exp(spread²/2). */
export function meanPay(professions: readonly CalibratedProfession[]): number {
  return professions.reduce(
    (sum, { weight, medianRate, spread }) => sum + weight * medianRate * Math.exp(spread ** 2 / 2),
    0,
  );
}
