import { createHash } from 'node:crypto';
import type pg from 'pg';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { Backgrounds } from './backgrounds.ts';

/** A ledger with more kinds of work has another thing in that column: a task's name, a sentence. */
const mostSectors = 2000;

interface LedgerNames {
  slug: string;
  sectorNames: Readonly<Record<string, { en: string; fr: string }>>;
}

/**
 * Gives every expert, project and sector of the staged rows a row of its own where it has none yet. A sector named
 * like a shared one (slug or English name) is that one; any other is the ledger's own kind of work, with the slug
 * `<dataset>.<sector>`.
 */
export async function resolveReferences(
  client: pg.PoolClient,
  datasetId: number,
  ledger: LedgerNames,
  backgrounds = new Backgrounds(),
): Promise<void> {
  await backgrounds.write(client);
  await client.query(
    // What is said of an expert counts when the expert first appears: told later, it would change former releases.
    `insert into expert (dataset_id, pseudonym, profession_id, country, seniority, former_employer)
     select $1, expert, profession.id, background.country, background.seniority, background.former_employer
     from (select distinct expert from staged) known
     left join background on background.pseudonym = known.expert
     left join profession on profession.soc_code = background.profession
     where not exists (select from expert e where e.dataset_id = $1 and e.pseudonym = known.expert)
     order by expert`,
    [datasetId],
  );
  await client.query(
    `insert into project (dataset_id, key, name)
     select $1, project, project from (select distinct project from staged where project is not null) known
     where not exists (select from project p where p.dataset_id = $1 and p.key = known.project)
     order by project`,
    [datasetId],
  );
  await resolveSectors(client, datasetId, ledger);
}

async function resolveSectors(
  client: pg.PoolClient,
  datasetId: number,
  { slug, sectorNames }: LedgerNames,
): Promise<void> {
  const { rows } = await client.query<{ sector: string; id: number | null }>(
    `select known.sector, min(shared.id) as id
     from (select distinct sector from staged where sector is not null limit ${mostSectors + 1}) known
     left join sector shared on shared.dataset_id is null
      and (shared.slug = lower(known.sector) or lower(shared.name_en) = lower(known.sector))
     group by known.sector order by known.sector`,
  );
  if (rows.length > mostSectors) {
    reject(
      'BAD_USER_INPUT',
      said`The sector column has more than ${mostSectors} different values, as "${rows[0]!.sector}" and "${rows[1]!.sector}": it does not name kinds of work. Map it as --project, or leave it out.`,
    );
  }
  const own = rows
    .filter(({ id }) => id === null)
    .map(({ sector }, position) => ({
      sector,
      position,
      slug: `${slug}.${slugify(sector)}`,
      ...(sectorNames[sector] ?? { en: sector, fr: sector }),
    }));
  await client.query(
    `insert into sector (slug, dataset_id, name_en, name_fr, position)
     select distinct on (slug) slug, $1, en, fr, position
     from jsonb_to_recordset($2) as own (slug text, en text, fr text, position int) order by slug, position
     on conflict (slug) do update
       set name_en = excluded.name_en, name_fr = excluded.name_fr, position = excluded.position`,
    [datasetId, JSON.stringify(own)],
  );
  await client.query(
    'create temporary table staged_sector (name text primary key, id int not null) on commit drop',
  );
  await client.query(
    `insert into staged_sector
     select known.name, coalesce(known.id, sector.id)
     from jsonb_to_recordset($1) as known (name text, id int, slug text)
     left join sector on sector.slug = known.slug`,
    [
      JSON.stringify(
        rows.map(({ sector, id }) => ({ name: sector, id, slug: `${slug}.${slugify(sector)}` })),
      ),
    ],
  );
}

/** Lower case, letters and digits, the rest as single hyphens; a short hash where nothing of it is left. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || `kind-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
