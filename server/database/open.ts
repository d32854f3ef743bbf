import { connectDatabase, type Database } from './connect.ts';
import { startEmbeddedPostgres } from './embedded/start.ts';

export interface OpenOptions {
  /** Unset: the embedded PostgreSQL of `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Told what whoever started us should know, a line at a time. */
  report: (line: string) => void;
}

export interface OpenedDatabase {
  database: Database;
  /** For the progress line: which PostgreSQL, and what it took. */
  description: string;
  /** Closes the connections, then ends the embedded PostgreSQL unless another process uses it. */
  close(): Promise<void>;
}

/** Opens the database that the settings name: for the server and for every command alike. */
export async function openDatabase({ databaseUrl, dataDir, report }: OpenOptions): Promise<OpenedDatabase> {
  if (databaseUrl) {
    const database = await connectDatabase({ url: databaseUrl });
    return { database, description: 'DATABASE_URL', close: () => database.close() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir, report });
  try {
    const database = await connectDatabase(embedded.connection);
    return {
      database,
      description: `embedded, ${embedded.started}`,
      close: async () => {
        await database.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
