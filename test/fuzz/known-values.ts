import type pg from 'pg';

/** Values that exist, by the name of the argument or field that takes them: most of what is asked should be answered. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** Reads names of what is in the database. */
export async function readKnownValues(pool: pg.Pool): Promise<KnownValues> {
  const few = async (sql: string): Promise<string[]> =>
    (await pool.query<{ name: string }>(`select name from (${sql}) names limit 12`)).rows.map(
      ({ name }) => name,
    );
  const datasets = await few(`select slug as name from dataset order by random()`);
  const sectors = await few(`select slug as name from sector order by random()`);
  const professions = await few(`select soc_code as name from profession order by random()`);
  const organisations = await few(`select slug as name from organisation order by random()`);
  const sources = await few(`select slug as name from source order by random()`);
  const projects = await few(`select key as name from project order by random()`);
  const ids = async (type: string, table: string): Promise<string[]> =>
    (await few(`select id::text as name from ${table} order by random()`)).map((id) =>
      Buffer.from(`${type}:${id}`).toString('base64url'),
    );
  const nodes = [
    ...(await ids('Expert', 'expert')),
    ...(await ids('Project', 'project')),
    ...(await ids('Dataset', 'dataset')),
    ...(await ids('Source', 'source')),
    // Of the shape of ids, of things that cannot be.
    ...[
      'Expert:0',
      'Expert:4294967296',
      'Dataset:9007199254740991',
      'Sector:x',
      'Figure:1',
      'Nothing:1',
      'Earning:1.2025-99-99.1',
    ].map((key) => Buffer.from(key).toString('base64url')),
  ];
  return {
    slug: [...datasets, ...sectors, ...organisations, ...sources, 'top-contributors'],
    dataset: datasets,
    ledger: datasets,
    sector: sectors,
    sectors,
    socCode: professions,
    profession: professions,
    professions,
    project: projects,
    platform: organisations,
    laboratory: organisations,
    organisation: organisations,
    country: ['US', 'FR', 'DE', 'XX'],
    currency: ['USD', 'EUR', 'XXX'],
    text: ['heart doctor', 'lawyer', 'ab', 'médecin', '%', '_'],
    page: ['/pay', '/concentration', `/professions/${professions[0]}`, '/conversion?view=map', '/market'],
    figure: ['rates', 'lorenz', 'wages', 'stage', 'exposure'],
    id: nodes,
    ids: nodes,
  };
}
