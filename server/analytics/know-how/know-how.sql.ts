import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** How many published statements ask for, or tell of, one kind of background in one sector. */
export interface BackgroundCount {
  kind: string;
  formerEmployer: string | null;
  sectorId: number;
  /** Offers that ask for it. */
  offers: number;
  /** Reports that tell of it. */
  reports: number;
}

/** Backgrounds counted by kind, kind of former employer and sector. */
export async function countBackgrounds(kysely: Kysely<Tables>): Promise<BackgroundCount[]> {
  const { rows } = await sql<BackgroundCount>`
    select kind, former_employer as "formerEmployer", sector_id as "sectorId",
      count(distinct pay_observation_id) as offers,
      count(*) filter (where pay_observation_id is null) as reports
    from know_how_background group by kind, former_employer, sector_id
    order by kind, former_employer, sector_id`.execute(kysely);
  return rows;
}

/** Of all published offers: how many there are, how many say anything of the background, how many name an employer. */
export async function countOffers(
  kysely: Kysely<Tables>,
): Promise<{ offers: number; withBackground: number; withFormerEmployer: number }> {
  const { rows } = await sql<{ offers: number; withBackground: number; withFormerEmployer: number }>`
    select (select count(*) from pay_observation) as offers,
      count(distinct pay_observation_id) as "withBackground",
      count(distinct pay_observation_id) filter (where kind = 'FORMER_EMPLOYER') as "withFormerEmployer"
    from know_how_background`.execute(kysely);
  return rows[0]!;
}

/** Row ids of the sources that backgrounds rest on. */
export async function backgroundSources(kysely: Kysely<Tables>): Promise<number[]> {
  const rows = await kysely
    .selectFrom('know_how_background')
    .select('source_id')
    .distinct()
    .orderBy('source_id')
    .execute();
  return rows.map(({ source_id }) => source_id);
}
