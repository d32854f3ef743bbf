import { sql } from 'kysely';
import type { EarningConditions } from '../../../server/analytics/earning-filter/conditions.ts';
import { Dimension } from '../../../server/analytics/earning-filter/index.ts';
import type { TestDatabase } from '../../support/database.ts';

/** A fact with all that filters ask about. */
export interface Fact {
  expert: number;
  project: number;
  sector: number;
  sectorSlug: string | null;
  profession: number;
  soc: string | null;
  platform: string | null;
  laboratory: string | null;
  country: string | null;
  period: string;
  quarter: number;
  currency: string | null;
  amount: number | null;
  hours: number | null;
  units: number;
  reversal: boolean;
  release: number;
}

/** Every fact of a dataset. */
export async function factsOf({ kysely }: TestDatabase, slug: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select e.expert_id as expert, e.project_id as project, e.sector_id as sector, s.slug as "sectorSlug",
      e.profession_id as profession, p.soc_code as soc, platform.slug as platform, laboratory.slug as laboratory,
      x.country, e.period, e.quarter, e.currency, e.amount_minor as amount, e.hours, e.units, e.reversal,
      r.number as release
    from earning e
    join release r on r.id = e.release_id
    join dataset d on d.id = e.dataset_id and d.slug = ${slug}
    join expert x on x.id = e.expert_id
    left join sector s on s.id = e.sector_id
    left join profession p on p.id = e.profession_id
    left join project j on j.id = e.project_id
    left join organisation platform on platform.id = j.platform_id
    left join organisation laboratory on laboratory.id = j.laboratory_id`.execute(kysely);
  return rows;
}

/** Does a fact match? Written anew from the meaning of the filter, row by row. */
export function matches(fact: Fact, asked: EarningConditions): boolean {
  const anyOf = <Value>(list: readonly Value[] | null, value: Value | null): boolean =>
    list === null || (value !== null && list.includes(value));
  return (
    anyOf(asked.expert, fact.expert) &&
    anyOf(asked.project, fact.project) &&
    anyOf(asked.sector, fact.sectorSlug) &&
    anyOf(asked.profession, fact.soc) &&
    anyOf(asked.platform, fact.platform) &&
    anyOf(asked.laboratory, fact.laboratory) &&
    anyOf(asked.country, fact.country) &&
    (asked.from === null || (fact.quarter > 0 && fact.period >= asked.from)) &&
    (asked.to === null || (fact.quarter > 0 && fact.period <= asked.to))
  );
}

/** The value that a fact is grouped under. */
export function groupOf(fact: Fact, dimension: Dimension | null): number {
  switch (dimension) {
    case null:
      return 0;
    case Dimension.SECTOR:
      return fact.sector;
    case Dimension.PROJECT:
      return fact.project;
    case Dimension.PROFESSION:
      return fact.profession;
    case Dimension.QUARTER:
      return fact.quarter;
    case Dimension.YEAR:
      return fact.quarter === 0 ? 0 : Number(fact.period.slice(0, 4));
    default:
      return dimension satisfies never;
  }
}
