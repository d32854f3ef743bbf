import { join } from 'node:path';
import { Authenticator, hasAdminKey } from '../access/index.ts';
import type { Config } from '../config.ts';
import { isMigrated } from '../database/migrate.ts';
import type { Database } from '../database/connect.ts';
import { Replicas } from '../database/replicas/replicas.ts';
import { BulkJobs } from '../exports/bulk/bulk-jobs.ts';
import { drawMissing } from '../figures/draw-missing.ts';
import { createGraph } from '../graphql/graph.ts';
import { OwnNames } from '../graphql/own-names.ts';
import { documentsOfPages, PersistedDocuments } from '../graphql/persisted-documents.ts';
import type { Logger } from '../logging.ts';
import { tools } from '../mcp/tools.ts';
import { ReadPath } from '../readpath/index.ts';
import { startTraces } from '../telemetry/traces.ts';
import { createApp } from './app.ts';
import { homeRule } from './at-home.ts';
import { developDashboard } from './dashboard-dev.ts';
import { borrowPictures } from './borrow-pictures.ts';
import { lendGraph, loadDashboard } from './dashboard.ts';
import { KeptAnswers } from './kept-answers/kept-answers.ts';
import { lendImports } from './import/lend.ts';
import { ImportReports } from './import/reports.ts';
import { importService } from './import/service.ts';
import { closeApp, listen } from './listen.ts';
import { editionOf } from './pages/edition.ts';

export interface ServeOptions {
  config: Config;
  database: Database;
  logger: Logger;
  /** Serve the dashboard from its sources, with hot reload. */
  development: boolean;
  /** Told how to end each thing that was begun. */
  onStop: (close: () => Promise<void>) => void;
}

/** Builds the API and the dashboard over a database and answers; returns the address. */
export async function serve({
  config,
  database,
  logger,
  development,
  onStop,
}: ServeOptions): Promise<string> {
  const ofPages = documentsOfPages();
  const documents = new PersistedDocuments(ofPages);
  const bulk = new BulkJobs(database, join(config.dataDir, 'exports'));
  await bulk.sweep();
  onStop(() => bulk.close());
  const own = [...ofPages, ...tools.map(({ document }) => document)];
  const replicas = replicasOf(config, logger);
  if (replicas) onStop(() => replicas.close());
  const graph = await createGraph({
    database: { ...database, replicas },
    logger,
    documents,
    own,
    pictures: borrowPictures(),
    bulk,
  });
  onStop(() => graph.stop());
  // While developing, pages' documents change under us.
  lendGraph(graph.execute, (query) => development || documents.isTrusted(query));

  const { kysely } = database;
  const reports = new ImportReports(join(config.dataDir, 'uploads'));
  await reports.sweep(Date.now());
  onStop(() => reports.close());
  lendImports(reports, config.maxUploadBytes);

  const traces = config.otlpEndpoint === undefined ? undefined : await startTraces(config.otlpEndpoint);
  if (traces) onStop(() => traces.stop());

  const app = await createApp({
    config,
    logger,
    graph,
    readPath: new ReadPath(graph.schema, { ...database, replicas }, { documents, own }),
    keptAnswers: new KeptAnswers(graph.schema, database, new OwnNames(own)),
    bulk,
    keys: new Authenticator({ kysely, adminKey: config.adminKey }),
    isAtHome: homeRule({ config, hasAdminKey: () => hasAdminKey(kysely, new Date()) }),
    imports: { service: importService(database, config.dataDir), reports },
    checks: checksOf(database),
    pool: database.pool,
    traces,
    // While developing, pages change without the data.
    edition: development ? undefined : editionOf(kysely),
    loadDashboard: async (server) => {
      if (!development) return loadDashboard();
      const { dashboard, close } = await developDashboard(server);
      onStop(close);
      return dashboard;
    },
  });
  onStop(() => closeApp(app));
  const url = await listen(app, config);
  const drawing = new AbortController();
  const drawn = drawMissing(() => graph.context(), drawing.signal).catch((error: unknown) =>
    logger.error({ err: error }, 'old figures were not drawn'),
  );
  onStop(async () => {
    drawing.abort();
    await drawn;
  });
  return url;
}

/** The copies that reads may go to, where the settings name any. */
function replicasOf({ databaseReplicaUrls: urls }: Config, logger: Logger): Replicas | undefined {
  return urls.length > 0 ? new Replicas(urls, { report: (line) => logger.warn(line) }) : undefined;
}

/** Migrations, once done, stay done: only the database is asked each time. */
function checksOf(database: Database): Record<string, () => Promise<boolean>> {
  let migrated = false;
  return {
    database: async () => {
      await database.ping();
      return true;
    },
    migrations: async () => (migrated ||= await isMigrated(database)),
  };
}
