import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';
import type { LedgerProperties } from '../package/descriptor.ts';

/**
 * Gives every expert, project and sector of the staged rows a row of its own where it has none yet, and checks
 * that professions exist. A sector named like a shared one (slug or English name) is that one; any other is the
 * ledger's own kind of work, with the slug `<dataset>.<sector>`.
 */
export async function resolveReferences(
  client: pg.PoolClient,
  datasetId: number,
  ledger: Pick<LedgerProperties, 'slug' | 'sectorNames'>,
): Promise<void> {
  await checkProfessions(client);
  await client.query(
    `insert into expert (dataset_id, pseudonym)
     select $1, expert from (select distinct expert from staged) known
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

async function checkProfessions(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ profession: string; line: number }>(
    `select profession, min(line) as line from staged
     where profession is not null and not exists (select from profession p where p.soc_code = staged.profession)
     group by profession order by line limit 5`,
  );
  if (rows.length === 0) return;
  const named = rows.map(({ profession, line }) => `"${profession}" (line ${line})`).join(', ');
  reject('BAD_USER_INPUT', `These professions are not 2018 SOC codes that are known here: ${named}.`);
}

async function resolveSectors(
  client: pg.PoolClient,
  datasetId: number,
  { slug, sectorNames }: Pick<LedgerProperties, 'slug' | 'sectorNames'>,
): Promise<void> {
  await client.query(
    `create temporary table staged_sector (name text primary key, id int not null) on commit drop`,
  );
  const { rows } = await client.query<{ sector: string; id: number | null }>(
    `select known.sector, shared.id from (select distinct sector from staged where sector is not null) known
     left join sector shared on shared.dataset_id is null
      and (shared.slug = lower(known.sector) or lower(shared.name_en) = lower(known.sector))
     order by known.sector`,
  );
  for (const [position, { sector, id }] of rows.entries()) {
    const name = sectorNames[sector] ?? { en: sector, fr: sector };
    const own = id ?? (await upsertSector(client, datasetId, `${slug}.${slugify(sector)}`, name, position));
    await client.query('insert into staged_sector values ($1, $2)', [sector, own]);
  }
}

async function upsertSector(
  client: pg.PoolClient,
  datasetId: number,
  slug: string,
  name: { en: string; fr: string },
  position: number,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into sector (slug, dataset_id, name_en, name_fr, position) values ($1, $2, $3, $4, $5)
     on conflict (slug) do update
       set name_en = excluded.name_en, name_fr = excluded.name_fr, position = excluded.position
     returning id`,
    [slug, datasetId, name.en, name.fr, position],
  );
  return rows[0]!.id;
}

/** Lower case, letters and digits, the rest as single hyphens; never empty. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'other';
}
