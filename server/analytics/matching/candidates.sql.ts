import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { atVersions, type DatasetVersion } from '../../graphql/versions.ts';
import type { Seniority } from '../../market/experts/expert.enums.ts';
import { inMajorUnits } from '../earning-filter/index.ts';
import type { Candidate } from './candidate.ts';

interface CandidateRow {
  expertId: number;
  pseudonym: string;
  country: string | null;
  seniority: Seniority | null;
  professions: string[];
  inSectors: number;
  sectored: number;
  amount: number | null;
  paidHours: number | null;
  hours: number | null;
  improvement: number | null;
  lastQuarter: number | null;
}

/**
 * Everybody who contributed to a dataset at its version, with what matching compares, in one statement. Money is in the
 * currency of the ceiling alone, over the hours booked in it or in none.
 */
export async function readCandidates(
  kysely: Kysely<Tables>,
  dataset: DatasetVersion,
  { sectors, currency }: { sectors: readonly string[]; currency: string | null },
): Promise<Candidate[]> {
  const { rows } = await sql<CandidateRow>`
    select expert.id as "expertId", expert.pseudonym, expert.country, expert.seniority,
      array_remove(array_append(work.professions, own.soc_code), null) as professions,
      work.in_sectors as "inSectors", work.sectored, work.amount, work.paid_hours as "paidHours", work.hours,
      work.improvement, work.last_quarter as "lastQuarter"
    from (
      select part.expert_id, array_agg(distinct profession.soc_code) as professions,
        coalesce(sum(part.entries) filter (where sector.slug = any(${sectors})), 0) as in_sectors,
        coalesce(sum(part.entries) filter (where part.sector_id > 0), 0) as sectored,
        sum(part.amount_minor) filter (where part.currency = ${currency}) as amount,
        sum(part.hours) filter (where part.currency = ${currency} or part.currency = '') as paid_hours,
        sum(part.hours) as hours, sum(part.improvement) as improvement,
        max(part.quarter) filter (where part.quarter > 0) as last_quarter
      from (
        select rollup.expert_id, rollup.quarter, rollup.sector_id, rollup.profession_id, rollup.currency,
          sum(rollup.entries) as entries, sum(rollup.amount_minor) as amount_minor, sum(rollup.hours) as hours,
          sum(rollup.improvement) as improvement
        from expert_rollup rollup ${atVersions([dataset])}
        group by 1, 2, 3, 4, 5
        having sum(rollup.entries) > 0
      ) part
      left join sector on sector.id = part.sector_id
      left join profession on profession.id = part.profession_id
      group by part.expert_id
    ) work
    join expert on expert.id = work.expert_id
    left join profession own on own.id = expert.profession_id`.execute(kysely);
  return rows.map((row) => ({
    expertId: row.expertId,
    pseudonym: row.pseudonym,
    professions: [...new Set(row.professions)],
    seniority: row.seniority,
    country: row.country,
    sectorShare: ratio(row.inSectors, row.sectored),
    rate: ratio(row.amount === null ? null : inMajorUnits(row.amount, currency), row.paidHours),
    improvement: ratio(row.improvement, row.hours),
    lastQuarter: row.lastQuarter,
  }));
}

/** Null where either is not known, or there is nothing to divide by. */
function ratio(above: number | null, below: number | null): number | null {
  return above === null || below === null || below <= 0 ? null : above / below;
}
