import type pg from 'pg';
import { copyRows } from './copy-rows.ts';
import { expertAt } from './expert.ts';
import type { SimulatedMarket } from './market.ts';

/** Gives the market's laboratories, platforms, projects and experts their rows, before earnings refer to them. */
export async function publishNames(
  client: pg.PoolClient,
  datasetId: number,
  market: SimulatedMarket,
): Promise<void> {
  await publishOrganisations(client, market);
  await publishProjects(client, datasetId, market);
  await publishExperts(client, datasetId, market);
}

/** Simulated markets share these: they stand for nobody, and say so. */
async function publishOrganisations(
  client: pg.PoolClient,
  { parameters: { laboratories, platforms } }: SimulatedMarket,
): Promise<void> {
  await client.query(
    `insert into organisation (slug, name, roles, note)
     select 'simulated-' || lower(role) || '-' || number, 'SIMULATED ' || lower(role) || ' ' || number, array[role],
       'SIMULATED: generated, no organisation of the world'
     from (values ('LABORATORY', $1::int), ('PLATFORM', $2::int)) kind (role, count), generate_series(1, count) number
     on conflict (slug) do nothing`,
    [laboratories, platforms],
  );
}

async function publishProjects(
  client: pg.PoolClient,
  datasetId: number,
  { projects, opens }: SimulatedMarket,
): Promise<void> {
  const day = (number: number): string => new Date(opens + number * 86_400_000).toISOString().slice(0, 10);
  await client.query(
    `create temporary table simulated_project (
       key text, sector text, laboratory text, platform text, started_on text, ended_on text
     ) on commit drop`,
  );
  const rows = projects.map((project) => [
    project.key,
    project.sector,
    `simulated-laboratory-${project.laboratory + 1}`,
    `simulated-platform-${project.platform + 1}`,
    day(project.firstDay),
    day(project.lastDay),
  ]);
  await copyRows(client, 'simulated_project', rows);
  await client.query(
    `insert into project (dataset_id, key, name, sector_id, laboratory_id, platform_id, started_on, ended_on, note)
     select $1, simulated.key, simulated.key, sector.id, laboratory.id, platform.id, simulated.started_on,
       simulated.ended_on, 'SIMULATED'
     from simulated_project simulated
     left join sector on sector.slug = simulated.sector
     join organisation laboratory on laboratory.slug = simulated.laboratory
     join organisation platform on platform.slug = simulated.platform
     on conflict (dataset_id, key) do update set sector_id = excluded.sector_id,
       laboratory_id = excluded.laboratory_id, platform_id = excluded.platform_id,
       started_on = excluded.started_on, ended_on = excluded.ended_on`,
    [datasetId],
  );
}

async function publishExperts(
  client: pg.PoolClient,
  datasetId: number,
  market: SimulatedMarket,
): Promise<void> {
  await client.query(
    `create temporary table simulated_expert (
       pseudonym text, soc_code text, country text, seniority text, former_employer text
     ) on commit drop`,
  );
  await copyRows(client, 'simulated_expert', backgrounds(market));
  await client.query(
    `insert into expert (dataset_id, pseudonym, profession_id, country, seniority, former_employer)
     select $1, pseudonym, profession.id, country, seniority, former_employer
     from simulated_expert join profession using (soc_code)
     order by pseudonym
     on conflict (dataset_id, pseudonym) do update set profession_id = excluded.profession_id,
       country = excluded.country, seniority = excluded.seniority, former_employer = excluded.former_employer`,
    [datasetId],
  );
}

function* backgrounds(market: SimulatedMarket): Generator<string[]> {
  for (let index = 0; index < market.parameters.experts; index++) {
    const { pseudonym, profession, country, seniority, formerEmployer } = expertAt(market, index);
    yield [pseudonym, profession.socCode, country, seniority, formerEmployer];
  }
}
