import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Tinypool } from 'tinypool';
import type { Tables } from '../../database/tables.ts';
import type { Cut, HeldQuestion } from '../held/add-up.ts';
import type { HeldColumns } from '../held/held-columns.ts';
import { cutRows, kindsAsked, type CutQuarter, type CutRows, type CutTask } from './cut-rows.ts';
import type { DayBuild } from './day-columns.ts';
import { findDayBuilds, isUnaltered, type DaysOf } from './find-days.sql.ts';
import { readDays, sliceOf, type WrittenDays } from './read-days.ts';

/** A ledger's days, and how often somebody was erased from it. */
export interface AskedDays extends DaysOf {
  readonly alterations: number;
}

interface Surroundings {
  pool: pg.Pool;
  /** The database that the pool leads to. */
  primary: Kysely<Tables>;
  threads: Tinypool;
}

/**
 * What the days of the quarters that a question cuts come to, added up in threads as the columns are read: while one is, the next is on its
 * way, and no more are held. Null where they are not written yet, or somebody was erased meanwhile.
 */
export async function cutDays(
  { pool, primary, threads }: Surroundings,
  days: AskedDays,
  held: HeldColumns,
  question: HeldQuestion,
): Promise<Cut | null> {
  const builds = await findDayBuilds(primary, days);
  if (builds === null) return null;
  const divisor = Math.max(held.divisor, ...builds.map((build) => build.divisor));
  const { sectors, professions, projects, dimension } = question;
  const plain = builds.every((build) => build.plain);
  const cuts = plain ? question.cuts.map(fewerDays) : question.cuts;
  const kinds = kindsAsked({ among: { sectors, professions, projects }, dimension });
  const rows: CutRows[] = [];
  let former: Promise<CutRows> | undefined;
  for await (const written of readDays(pool, days, cuts, kinds)) {
    const task = taskOf(written, { builds, divisor, held, question: { ...question, cuts } });
    if (task === null) return null;
    const transferList = Object.values(written.columns);
    const own = threads.run(task, { name: cutRows.name, transferList }) as Promise<CutRows>;
    // It is waited for once the next one is there; were it refused before, nobody would be listening.
    own.catch(() => undefined);
    if (former !== undefined) rows.push(await former);
    former = own;
  }
  if (former !== undefined) rows.push(await former);
  if (!(await isUnaltered(primary, days.datasetId, days.alterations))) return null;
  return { rows, divisor, quarters: withWhole(question.quarters!, cuts) };
}

/** Before the first day and after the last of any quarter. */
const [start, end] = [0, 99];

/**
 * The days that count of a quarter, or those that do not where they are fewer to read: these are taken off what the rollup has of
 * all. Not where facts lack the measure: nothing and nothing at all would be the same.
 */
function fewerDays(cut: CutQuarter): CutQuarter {
  if (cut.from > start && cut.to < end) return cut;
  const others =
    cut.from > start ? { ...cut, from: start, to: cut.from - 1 } : { ...cut, from: cut.to + 1, to: end };
  const slices = ({ from, to }: CutQuarter): number => Math.min(sliceOf(to), sliceOf(91)) - sliceOf(from);
  return slices(others) < slices(cut) ? { ...others, isTakenOff: true } : cut;
}

/** The quarters of which the rollup counts: those that days are taken off lie before or behind the others. */
function withWhole(
  [first, last]: readonly [number, number],
  cuts: readonly CutQuarter[],
): readonly [number, number] {
  const off = cuts.filter(({ isTakenOff }) => isTakenOff).map(({ quarter }) => quarter);
  return [off.includes(first - 1) ? first - 1 : first, off.includes(last + 1) ? last + 1 : last];
}

interface Of {
  builds: readonly DayBuild[];
  divisor: number;
  held: HeldColumns;
  question: HeldQuestion;
}

function taskOf(written: WrittenDays, { builds, divisor, held, question }: Of): CutTask | null {
  const { dimension, sectors, professions, projects, cuts, money } = question;
  const build = builds.find(({ version }) => version === written.version);
  const place = money ? held.currencyCodes.indexOf(written.currency) : 0;
  if (build === undefined || place < 0) return null;
  return {
    written,
    wide: build.wide,
    factor: divisor / build.divisor,
    cut: cuts.find(({ quarter }) => quarter === written.quarter)!,
    place,
    experts: held.experts,
    among: { sectors, professions, projects },
    dimension,
  };
}
