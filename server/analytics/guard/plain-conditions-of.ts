import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { beginsQuarter, endsQuarter, quarterOf, type EarningConditions } from '../earning-filter/index.ts';
import { idsNamed } from './ledger-entries.sql.ts';
import type { PlainConditions } from './plain-conditions.ts';

/**
 * What a filter asks of a protected ledger's entries; null for one that such a ledger never answers, because it names people
 * or cuts through a quarter.
 */
export async function plainConditionsOf(
  kysely: Kysely<Tables>,
  conditions: EarningConditions,
): Promise<PlainConditions | null> {
  const { from, to, project, country } = conditions;
  if (conditions.expert !== null) return null;
  if ((from !== null && !beginsQuarter(from)) || (to !== null && !endsQuarter(to))) return null;
  const [sector, profession, platform, laboratory] = await Promise.all([
    idsNamed(kysely, 'sector', conditions.sector),
    idsNamed(kysely, 'profession', conditions.profession),
    idsNamed(kysely, 'organisation', conditions.platform),
    idsNamed(kysely, 'organisation', conditions.laboratory),
  ]);
  const quarters =
    from === null && to === null
      ? null
      : { first: from === null ? 0 : quarterOf(from), last: to === null ? Infinity : quarterOf(to) };
  return { sector, profession, project, platform, laboratory, country, quarters };
}
