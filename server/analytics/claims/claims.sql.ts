import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf } from '../../market/filter-conditions.ts';
import { reliabilityOfGrade } from '../../market/reliability.ts';
import type { ValuationFact } from './company-valuation.ts';

/** The claims, in their order. */
export async function readClaims(kysely: Kysely<Tables>): Promise<Row<'claim'>[]> {
  return kysely.selectFrom('claim').selectAll().orderBy('position').orderBy('id').execute();
}

/** The claim of that slug. */
export async function readClaim(kysely: Kysely<Tables>, slug: string): Promise<Row<'claim'> | undefined> {
  return kysely.selectFrom('claim').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** The row ids of the market facts with these keys, in the order of the keys. */
export async function readFactIds(kysely: Kysely<Tables>, keys: readonly string[]): Promise<number[]> {
  const rows = await kysely
    .selectFrom('market_fact')
    .select(['id', 'key'])
    .where('key', '=', anyOf(keys))
    .execute();
  const idOf = new Map(rows.map(({ id, key }) => [key, id]));
  return keys.flatMap((key) => idOf.get(key) ?? []);
}

/** Every published valuation of an organisation in US dollars, oldest first. */
export async function readValuations(kysely: Kysely<Tables>, organisation: string): Promise<ValuationFact[]> {
  const rows = await kysely
    .selectFrom('market_fact as fact')
    .innerJoin('organisation', 'organisation.id', 'fact.organisation_id')
    .innerJoin('source', 'source.id', 'fact.source_id')
    .select([
      'fact.id',
      'fact.source_id as sourceId',
      'fact.value',
      'fact.as_of as asOf',
      'source.reliability as grade',
    ])
    .where('organisation.slug', '=', organisation)
    .where('fact.metric', '=', 'valuation')
    .where('fact.unit', '=', 'USD')
    .orderBy('fact.as_of')
    .orderBy('fact.id')
    .execute();
  return rows.map(({ grade, ...fact }) => ({ ...fact, reliability: reliabilityOfGrade(grade) }));
}

/** What published facts say against each of these claims, in their order. */
export async function readCounterEvidence(
  kysely: Kysely<Tables>,
  claimIds: readonly number[],
): Promise<Row<'counter_evidence'>[][]> {
  const rows = await kysely
    .selectFrom('counter_evidence')
    .selectAll()
    .where('claim_id', '=', anyOf(claimIds))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return claimIds.map((id) => rows.filter(({ claim_id }) => claim_id === id));
}
