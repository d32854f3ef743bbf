import type { Database } from '../../server/database/connect.ts';
import { nodeId } from '../../server/graphql/node-id.ts';

/** What there is to ask for in a ledger. */
export interface LedgerNames {
  slug: string;
  sectors: readonly string[];
  professions: readonly string[];
  countries: readonly string[];
  platforms: readonly string[];
  laboratories: readonly string[];
  /** Node ids. */
  projects: readonly string[];
  expert: string;
}

/** Reads the names of a ledger, of experts the first, each list in a fixed order. */
export async function ledgerNames(
  { pool }: Database,
  { slug, datasetId }: { slug: string; datasetId: number },
): Promise<LedgerNames> {
  const named = async (sql: string): Promise<string[]> => {
    const { rows } = await pool.query<{ name: string }>(sql, [datasetId]);
    return rows.map(({ name }) => String(name));
  };
  const parts = (column: string, table: string, dimension: string): Promise<string[]> =>
    named(`select ${column} as name from ${table} where id in
      (select distinct group_key from cell where dataset_id = $1 and dimension = '${dimension}') order by 1`);
  const organisations = (role: string): Promise<string[]> =>
    named(`select slug as name from organisation where id in
      (select ${role}_id from project where dataset_id = $1) order by 1`);
  const projects = await named('select id as name from project where dataset_id = $1 order by id limit 60');
  const [expert] = await named('select min(id) as name from expert where dataset_id = $1');
  return {
    slug,
    sectors: await parts('slug', 'sector', 'SECTOR'),
    professions: await parts('soc_code', 'profession', 'PROFESSION'),
    countries: await named(
      'select distinct country as name from expert where dataset_id = $1 and country is not null order by 1',
    ),
    platforms: await organisations('platform'),
    laboratories: await organisations('laboratory'),
    projects: projects.map((id) => nodeId('Project', id)),
    expert: nodeId('Expert', expert!),
  };
}
