import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { fillCells } from '../../server/cells/index.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { projectPath } from '../../server/project-root.ts';
import { simulate } from '../../server/simulation/simulate.ts';

/** A database with the seeds and one SIMULATED ledger. */
export interface LedgerAtHand {
  database: Database;
  /** Where it answers, for a server of its own. */
  url: string;
  /** A folder for what that server writes. */
  folder: string;
  slug: string;
  datasetId: number;
  close(): Promise<void>;
}

export const slug = 'big';

/** Simulates a ledger of so many earnings, 71 an expert; or opens a data folder that has one already. */
export async function ledgerAtHand(rows: number, data?: string): Promise<LedgerAtHand> {
  const folder = await mkdtemp(join(tmpdir(), 'tacit-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: data ?? folder, report: () => undefined });
  const { host, port, user, password = '', database: name } = postgres.connection;
  const url = `postgresql://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
  const database = await connectDatabase(postgres.connection);
  await migrate(database);
  await loadSeeds(database, { directory: projectPath('seeds') });
  if (data === undefined) {
    await simulate(database, { slug, experts: Math.ceil(rows / 71.4), earnings: rows, seed: 1 });
    await database.pool.query('analyze');
  }
  await fillCells(database);
  const found = await database.pool.query<{ id: number }>('select id from dataset where slug = $1', [slug]);
  return {
    database,
    url,
    folder,
    slug,
    datasetId: found.rows[0]!.id,
    close: async () => {
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
