import type { StagedEarning } from '../imports/ledger/staged-earning.ts';
import { uniform, type Random } from '../statistics/index.ts';
import { appetite } from './activity.ts';
import { normal, pick, randomOf, stream } from './draws.ts';
import { expertAt, type SimulatedExpert } from './expert.ts';
import type { SimulatedMarket, SimulatedProject } from './market.ts';

const dayLength = 86_400_000;
const mostEngagements = 6;

/** Which experts: from this one, up to but without that one; all where it is not given. */
export interface ExpertRange {
  from: number;
  to: number;
}

/**
 * The earnings of a market, expert by expert, one after another and none kept: an earning is one session of work. All
 * that is drawn for an expert depends on the seed and the expert's number alone, so that ranges taken apart are the same
 * rows as the whole.
 */
export function* simulateEarnings(
  market: SimulatedMarket,
  range: ExpertRange = { from: 0, to: market.parameters.experts },
): Generator<StagedEarning> {
  const { experts, earnings, seed } = market.parameters;
  const shared = earnings - experts;
  let weight = 0;
  let given = 0;
  for (let index = 0; index < range.to; index++) {
    weight += appetite(seed, index, market.activity.spread);
    // Each has one earning; the others go by the running sum of weights, so that they add up to the row.
    const upTo = index === experts - 1 ? shared : Math.floor((weight / market.activity.weight) * shared);
    const sessions = 1 + upTo - given;
    if (index >= range.from) yield* earningsOf(market, index, sessions, given + index + 1);
    given = upTo;
  }
}

function* earningsOf(
  market: SimulatedMarket,
  index: number,
  sessions: number,
  firstLine: number,
): Generator<StagedEarning> {
  const random = randomOf(market.parameters.seed, stream.earnings, index);
  const expert = expertAt(market, index);
  const most = Math.min(mostEngagements, sessions);
  const engagements = Math.min(most, 1 + Math.floor(uniform(random) * Math.log2(1 + sessions / 4)));
  for (let engagement = 0, done = 0; engagement < engagements; engagement++) {
    const upTo = Math.floor(((engagement + 1) * sessions) / engagements);
    yield* engage(market, expert, random, upTo - done, firstLine + done);
    done = upTo;
  }
}

/** One expert on one project: sessions spread over a stretch of it, at one agreed rate. */
function* engage(
  market: SimulatedMarket,
  expert: SimulatedExpert,
  random: Random,
  sessions: number,
  firstLine: number,
): Generator<StagedEarning> {
  const { projects, weights } = market.projectsOf.get(expert.profession.sector)!;
  const project = projects[pick(random, weights)]!;
  const length = project.lastDay - project.firstDay + 1;
  const began = project.firstDay + uniform(random) * 0.5 * length;
  const stretch = (project.lastDay + 1 - began) * (0.5 + 0.5 * uniform(random));
  const centsAnHour = Math.round(expert.rate * Math.exp(0.05 * normal(random)) * 100);
  for (let session = 0; session < sessions; session++) {
    const day = Math.floor(began + ((session + uniform(random)) / sessions) * stretch);
    yield sessionOf(market, expert, project, random, centsAnHour, day, firstLine + session);
  }
}

function sessionOf(
  market: SimulatedMarket,
  expert: SimulatedExpert,
  project: SimulatedProject,
  random: Random,
  centsAnHour: number,
  day: number,
  line: number,
): StagedEarning {
  const quarters = Math.round(4 * market.sessionHours * Math.exp(0.5 * normal(random)));
  const hours = Math.min(48, Math.max(1, quarters)) / 4;
  const units = Math.max(1, Math.round((hours / project.hoursAPiece) * Math.exp(0.3 * normal(random))));
  const improvement = units * expert.skill * project.improvementAPiece * Math.exp(0.5 * normal(random));
  return {
    line,
    expert: expert.pseudonym,
    project: project.key,
    sector: project.sector,
    profession: expert.profession.socCode,
    period: dayText(market.opens + Math.min(day, project.lastDay) * dayLength),
    units: String(units),
    hours: String(hours),
    amountMinor: BigInt(Math.round(hours * centsAnHour)),
    currency: 'USD',
    improvement: improvement.toFixed(2),
  };
}

const days = new Map<number, string>();

/** 'YYYY-MM-DD'; a market has few days and asks for each many times. */
function dayText(time: number): string {
  let text = days.get(time);
  if (text === undefined) days.set(time, (text = new Date(time).toISOString().slice(0, 10)));
  return text;
}
