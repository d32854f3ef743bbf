import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { beginsQuarter, endsQuarter, quarterOf, type EarningConditions } from '../earning-filter/index.ts';
import { idsNamed } from './ledger-entries.sql.ts';
import type { LedgerPeople, PlacedEntry } from './ledger-entry.ts';

/**
 * Whether an entry of a protected ledger matches a filter; null for a filter that such a ledger never answers, because
 * it names people or cuts through a quarter.
 */
export async function matching(
  kysely: Kysely<Tables>,
  conditions: EarningConditions,
  { countries, platforms, laboratories }: LedgerPeople,
): Promise<((entry: PlacedEntry) => boolean) | null> {
  const { from, to } = conditions;
  if (conditions.expert !== null) return null;
  if ((from !== null && !beginsQuarter(from)) || (to !== null && !endsQuarter(to))) return null;
  const [sectors, professions, platformIds, laboratoryIds] = await Promise.all([
    idsNamed(kysely, 'sector', conditions.sector),
    idsNamed(kysely, 'profession', conditions.profession),
    idsNamed(kysely, 'organisation', conditions.platform),
    idsNamed(kysely, 'organisation', conditions.laboratory),
  ]);
  const projects = setOf(conditions.project);
  const codes = setOf(conditions.country);
  const dated = from !== null || to !== null;
  const first = from === null ? 0 : quarterOf(from);
  const last = to === null ? Infinity : quarterOf(to);
  return ({ owner, sector, profession, project, quarter }) =>
    (sectors?.has(sector) ?? true) &&
    (professions?.has(profession) ?? true) &&
    (projects?.has(project) ?? true) &&
    (platformIds?.has(platforms.get(project) ?? 0) ?? true) &&
    (laboratoryIds?.has(laboratories.get(project) ?? 0) ?? true) &&
    (codes?.has(countries.get(owner) ?? '') ?? true) &&
    (!dated || (quarter > 0 && quarter >= first && quarter <= last));
}

function setOf<Value>(values: readonly Value[] | null): ReadonlySet<Value> | null {
  return values === null ? null : new Set(values);
}
