import { SuppressionReason, type Door, type SuppressionType, type Verdict } from '../../disclosure/index.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { Dimension, LedgerScope } from '../earning-filter/index.ts';
import { groupOf } from './divisions.ts';
import { latticesOf } from './lattices.ts';
import { matching } from './matching-entries.ts';

/** What a measure is asked of: one of AMOUNT in its currency, which is null where there is no money. */
interface Measured {
  readonly measure: Measure;
  readonly currency: string | null;
}

const noData: SuppressionType = { reason: SuppressionReason.NO_DATA, threshold: null };
const complementary: SuppressionType = { reason: SuppressionReason.COMPLEMENTARY, threshold: null };

/**
 * Why a protected ledger does not answer a question, null where it does; DISCLOSURE_RISK where its answer, beside those
 * that are given, would tell of fewer contributors than the threshold.
 */
export async function verdictOn(
  context: Context,
  scope: LedgerScope,
  measured: Measured,
): Promise<SuppressionType | null> {
  const judge = await judgeOf(context, scope, measured);
  const verdict = judge(null, 0);
  return verdict === 'RISK' ? refuse(scope) : verdict;
}

/** The verdict itself, for whoever leaves one answer of several out instead of failing with it. */
export async function tellOn(context: Context, scope: LedgerScope, measured: Measured): Promise<Verdict> {
  const judge = await judgeOf(context, scope, measured);
  return judge(null, 0);
}

/** Why a protected ledger does not answer for each of some groups; DISCLOSURE_RISK where none of them may be answered because of what was asked of all. */
export async function verdictsOn(
  context: Context,
  scope: LedgerScope,
  measured: Measured,
  dimension: Dimension,
  keys: Iterable<number>,
): Promise<Map<number, SuppressionType>> {
  const judge = await judgeOf(context, scope, measured);
  const verdicts = [...keys].map((key) => [key, judge(dimension, key)] as const);
  if (verdicts.length > 0 && verdicts.every(([, verdict]) => verdict === 'RISK')) refuse(scope);
  const suppressed = new Map<number, SuppressionType>();
  for (const [key, verdict] of verdicts) {
    if (verdict !== null) suppressed.set(key, verdict === 'RISK' ? complementary : verdict);
  }
  return suppressed;
}

/** DISCLOSURE_RISK for what a protected ledger never answers, before anything is read for it: a filter that names people. */
export function checkAskable(door: Door, scope: LedgerScope): void {
  if (door.guarded && scope.conditions.expert !== null) refuse(scope);
}

type Judge = (dimension: Dimension | null, key: number) => Verdict;

async function judgeOf(
  context: Context,
  scope: LedgerScope,
  { measure, currency }: Measured,
): Promise<Judge> {
  const { ledger, alterations, conditions, named } = scope;
  const money = measure === Measure.AMOUNT;
  if (!named || ledger.version === 0 || (money && currency === null)) return () => noData;
  // Rows in one currency are part of the question only where the measure is money.
  if (!money && conditions.currency !== null) return () => 'RISK';
  const question = {
    datasetId: ledger.datasetId,
    release: await context.versions.of(ledger.datasetId),
    measure,
    currency: money ? currency : null,
  };
  const { lattices, people } = await latticesOf(context, question, alterations);
  const lattice = lattices[ledger.version - 1]!;
  const matches = await matching(context.kysely, conditions, people);
  if (matches === null) return () => 'RISK';
  return (dimension, key) =>
    lattice.judge((entry) => matches(entry) && (dimension === null || groupOf(entry, dimension) === key));
}

function refuse({ dataset, ledger }: LedgerScope): never {
  reject(
    'DISCLOSURE_RISK',
    `The dataset "${dataset.slug}" is protected, and this answer beside others that it gives would tell of fewer than ten contributors at its release ${ledger.version}. Ask without a filter, or for one sector, year, quarter, profession, country or project; or ask of an earlier release.`,
  );
}
