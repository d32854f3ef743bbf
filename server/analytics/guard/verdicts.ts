import { SuppressionReason, type Door, type SuppressionType, type Verdict } from '../../disclosure/index.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { Dimension, LedgerScope } from '../earning-filter/index.ts';
import { judged } from './guarded-ledgers.ts';
import type { Judgement } from './known-ledger.ts';
import { plainConditionsOf } from './plain-conditions-of.ts';

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
  const judgement = await judge(context, scope, measured, null, [0]);
  const [verdict = null] = judgement.verdicts;
  return verdict === 'RISK' ? refuse(scope, judgement) : verdict;
}

/** The verdict itself, for whoever leaves one answer of several out instead of failing with it. */
export async function tellOn(context: Context, scope: LedgerScope, measured: Measured): Promise<Verdict> {
  const { verdicts } = await judge(context, scope, measured, null, [0]);
  return verdicts[0] ?? null;
}

/** Why a protected ledger does not answer for each of some groups; DISCLOSURE_RISK where none of them may be answered because of what was asked of all. */
export async function verdictsOn(
  context: Context,
  scope: LedgerScope,
  measured: Measured,
  dimension: Dimension,
  keys: Iterable<number>,
): Promise<Map<number, SuppressionType>> {
  const groups = [...keys];
  const judgement = await judge(context, scope, measured, dimension, groups);
  if (allAtRisk(judgement.verdicts)) refuse(scope, judgement);
  const suppressed = new Map<number, SuppressionType>();
  for (const [i, verdict] of judgement.verdicts.entries()) {
    if (verdict !== null) suppressed.set(groups[i]!, verdict === 'RISK' ? complementary : verdict);
  }
  return suppressed;
}

/** DISCLOSURE_RISK for what a protected ledger never answers, before anything is read for it: a filter that names people. */
export function checkAskable(door: Door, scope: LedgerScope): void {
  if (door.guarded && scope.conditions.expert !== null) refuse(scope, unanswerable([]));
}

/** One verdict for each group, in order; for the whole where there is no dimension. */
async function judge(
  context: Context,
  scope: LedgerScope,
  { measure, currency }: Measured,
  dimension: Dimension | null,
  keys: readonly number[],
): Promise<Judgement> {
  const { ledger, alterations, conditions, named } = scope;
  const money = measure === Measure.AMOUNT;
  if (!named || ledger.version === 0 || (money && currency === null)) {
    return { verdicts: keys.map(() => noData), answeredAt: null };
  }
  // Rows in one currency are part of the question only where the measure is money.
  if (!money && conditions.currency !== null) return unanswerable(keys);
  const question = {
    datasetId: ledger.datasetId,
    release: await context.versions.of(ledger.datasetId),
    measure,
    currency: money ? currency : null,
  };
  const asked = await plainConditionsOf(context.kysely, conditions);
  if (asked === null) return unanswerable(keys);
  const { version: release } = ledger;
  return judged(context, question, alterations, { release, conditions: asked, dimension, parts: keys });
}

function allAtRisk(verdicts: readonly Verdict[]): boolean {
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'RISK');
}

function unanswerable(keys: readonly number[]): Judgement {
  return { verdicts: keys.map(() => 'RISK'), answeredAt: null };
}

function refuse({ dataset, ledger }: LedgerScope, { answeredAt }: Judgement): never {
  const instead =
    answeredAt === null
      ? 'Ask without a filter, or for one sector, year, quarter, profession, country or project.'
      : `Ask of its release ${answeredAt} ("release: ${answeredAt}"), the newest that answers this.`;
  reject(
    'DISCLOSURE_RISK',
    `The dataset "${dataset.slug}" is protected, and this answer beside others that it gives would tell of fewer than ten contributors at its release ${ledger.version}. ${instead}`,
    { dataset: dataset.slug, release: ledger.version, answeringRelease: answeredAt },
  );
}
