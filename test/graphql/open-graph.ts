import pino from 'pino';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { documentsOfPages } from '../../server/graphql/persisted-documents.ts';
import { openSeededDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';

export interface OpenGraph extends Graph {
  database: TestDatabase;
  /** What was logged, a line each. */
  log: string[];
  /** The data of an operation that must succeed. */
  ask<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  close(): Promise<void>;
}

/** The API over a database of its own: with the seeds, or with no rows. */
export async function openGraph(rows: 'seeded' | 'empty' = 'seeded'): Promise<OpenGraph> {
  const database = await (rows === 'seeded' ? openSeededDatabase() : openTestDatabase());
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const graph = await createGraph({ database, logger, own: documentsOfPages() });
  return {
    ...graph,
    database,
    log,
    ask: async <Data>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await graph.execute(query, variables);
      if (errors !== undefined) throw new Error(JSON.stringify(errors, null, 2));
      return data as Data;
    },
    close: async () => {
      await graph.stop();
      await database.drop();
    },
  };
}
