import type { Calibration } from '../../server/simulation/calibration.ts';
import { simulateEarnings, type ExpertRange } from '../../server/simulation/earnings.ts';
import { openMarket, type SimulatedMarket } from '../../server/simulation/market.ts';
import { simulationParameters, type SimulationRequest } from '../../server/simulation/parameters.ts';
import type { StagedEarning } from '../../server/imports/ledger/staged-earning.ts';

/** Three occupations of two sectors, for markets without a database. */
export const calibration: Calibration = {
  release: 1,
  averagePay: 75,
  professions: [
    { socCode: '23-1011', sector: 'law', medianRate: 90, spread: 0.3, weight: 0.5 },
    { socCode: '23-2011', sector: 'law', medianRate: 60, spread: 0.2, weight: 0.2 },
    { socCode: '27-3091', sector: 'language-translation', medianRate: 30, spread: 0.4, weight: 0.3 },
  ],
};

/** A small market; what is given replaces the usual. */
export function smallMarket(request: Partial<SimulationRequest> = {}): SimulatedMarket {
  const parameters = simulationParameters({
    slug: 'small',
    experts: 400,
    earnings: 20_000,
    seed: 7,
    ...request,
  });
  return openMarket(parameters, calibration);
}

/** The rows of a market as text, one each. */
export function rowsOf(market: SimulatedMarket, range?: ExpertRange): string[] {
  return [...simulateEarnings(market, range)].map(textOf);
}

export function textOf(earning: StagedEarning): string {
  return Object.values(earning).map(String).join('|');
}
