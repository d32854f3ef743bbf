import { activityOf, mostTimesMean, type Activity } from './activity.ts';
import type { CalibratedProfession, Calibration } from './calibration.ts';
import { normal, pick, randomOf, runningWeights, stream, type RunningWeights } from './draws.ts';
import type { SimulationParameters } from './parameters.ts';
import { uniform, uniformIndex } from '../statistics/index.ts';

const dayLength = 86_400_000;
/** What one expert works at most in a week, on all projects together. */
const hoursAWeek = 50;

/** One project of one laboratory on one platform. Days count from the market's first. */
export interface SimulatedProject {
  key: string;
  sector: string;
  laboratory: number;
  platform: number;
  firstDay: number;
  lastDay: number;
  /** Hours that one accepted piece of work takes. */
  hoursAPiece: number;
  /** Points that one piece improves a model by, on the project's own scale. */
  improvementAPiece: number;
}

/** All of a market that is kept in memory: its rules and its projects, not its experts. */
export interface SimulatedMarket {
  parameters: SimulationParameters;
  professions: readonly CalibratedProfession[];
  professionWeights: RunningWeights;
  projects: readonly SimulatedProject[];
  /** The projects of each sector, with how much of its work they have. */
  projectsOf: ReadonlyMap<string, { projects: readonly SimulatedProject[]; weights: RunningWeights }>;
  activity: Activity;
  /** The first day, as milliseconds. */
  opens: number;
  /** Median length of a session in hours. */
  sessionHours: number;
}

/** Opens a market: deterministic, from its parameters and what it is calibrated to. */
export function openMarket(parameters: SimulationParameters, { professions }: Calibration): SimulatedMarket {
  const opens = Date.parse(parameters.from);
  const days = Math.floor((Date.parse(parameters.to) - opens) / dayLength) + 1;
  const weightOf = (sector: string): number =>
    professions.filter((one) => one.sector === sector).reduce((sum, { weight }) => sum + weight, 0);
  const sectors = [...new Set(professions.map(({ sector }) => sector))].sort();
  const sectorWeights = runningWeights(sectors.map(weightOf));
  const random = randomOf(parameters.seed, stream.market, 0);
  const projects = Array.from({ length: Math.max(parameters.projects, sectors.length) }, (_, at) => {
    // Each sector has one project at least; the others go where the experts are.
    const sector = sectors[at] ?? sectors[pick(random, sectorWeights)]!;
    return projectAt(parameters, at, sector, days);
  });
  const activity = activityOf(parameters, professions);
  const mostEarnings = 1 + (parameters.earnings / parameters.experts) * mostTimesMean;
  return {
    parameters,
    professions,
    professionWeights: runningWeights(professions.map(({ weight }) => weight)),
    projects,
    projectsOf: new Map(
      sectors.map((sector) => {
        const own = projects.filter((project) => project.sector === sector);
        const weights = own.map((_, at) =>
          Math.exp(normal(randomOf(parameters.seed, stream.project, -1 - at))),
        );
        return [sector, { projects: own, weights: runningWeights(weights) }];
      }),
    ),
    activity,
    opens,
    sessionHours: Math.min(3, ((days / 7) * hoursAWeek) / mostEarnings),
  };
}

function projectAt(
  { seed, laboratories, platforms }: SimulationParameters,
  at: number,
  sector: string,
  days: number,
): SimulatedProject {
  const random = randomOf(seed, stream.project, at);
  const length = Math.min(days, Math.max(60, Math.round(240 * Math.exp(0.5 * normal(random)))));
  const firstDay = uniformIndex(random, days - length + 1);
  return {
    key: `SIMULATED ${sector} project ${at + 1}`,
    sector,
    // The first laboratories and platforms have more of the market than the last.
    laboratory: Math.floor(laboratories * uniform(random) ** 2),
    platform: Math.floor(platforms * uniform(random) ** 2),
    firstDay,
    lastDay: firstDay + length - 1,
    hoursAPiece: 1.2 * Math.exp(0.5 * normal(random)),
    improvementAPiece: Math.exp(0.6 * normal(random)),
  };
}
