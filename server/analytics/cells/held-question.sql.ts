import { sql } from 'kysely';
import type { HeldQuestion } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { EarningConditions } from '../earning-filter/conditions.ts';
import type { Dimension } from '../earning-filter/dimension.ts';
import type { LedgerScope } from '../earning-filter/ledger-scope.ts';
import { askedQuarters } from './asked-quarters.ts';
import { cellDimensionOf } from './standard-question.ts';

/** A filter as held columns know it: names as row ids, periods as quarters. Null where they do not know it. */
export async function heldQuestionOf(
  { kysely }: Pick<Context, 'kysely'>,
  { conditions, ledger }: Pick<LedgerScope, 'conditions' | 'ledger'>,
  measure: Measure,
  dimension: Dimension | null,
): Promise<HeldQuestion | null> {
  const { country, currency } = conditions;
  // Of money the currency says which cell; of hours it would say which rows.
  if (currency !== null && measure !== Measure.AMOUNT) return null;
  const named = await idsOf({ kysely }, conditions);
  return {
    version: ledger.version,
    ...named,
    projects: bothOf(conditions.project, named.projects),
    countries: country,
    ...askedQuarters(conditions),
    dimension: cellDimensionOf(dimension),
    money: measure === Measure.AMOUNT,
  };
}

interface NamedIds {
  sectors: number[] | null;
  professions: number[] | null;
  projects: number[] | null;
}

async function idsOf(
  { kysely }: Pick<Context, 'kysely'>,
  { sector, profession, platform, laboratory }: EarningConditions,
): Promise<NamedIds> {
  if ([sector, profession, platform, laboratory].every((names) => names === null)) {
    return { sectors: null, professions: null, projects: null };
  }
  const role = (column: 'platform_id' | 'laboratory_id', slugs: readonly string[] | null) =>
    slugs === null
      ? sql`true`
      : sql`${sql.ref(column)} in (select id from organisation where slug = any(${slugs}))`;
  const { rows } = await sql<NamedIds>`
    select array(select id from sector where slug = any(${sector ?? []})) as sectors,
      array(select id from profession where soc_code = any(${profession ?? []})) as professions,
      array(select id from project where ${platform !== null || laboratory !== null} and ${role('platform_id', platform)}
        and ${role('laboratory_id', laboratory)}) as projects`.execute(kysely);
  const { sectors, professions, projects } = rows[0]!;
  return {
    sectors: sector && sectors,
    professions: profession && professions,
    projects: platform === null && laboratory === null ? null : projects,
  };
}

function bothOf(first: readonly number[] | null, second: readonly number[] | null): readonly number[] | null {
  if (first === null || second === null) return first ?? second;
  const among = new Set(second);
  return first.filter((id) => among.has(id));
}
