import { Authenticator, Meter } from '../../../server/access/index.ts';
import { connectDatabase } from '../../../server/database/connect.ts';
import { createGraph } from '../../../server/graphql/graph.ts';
import { PersistedDocuments } from '../../../server/graphql/persisted-documents.ts';
import { createApp } from '../../../server/http/app.ts';
import { createLogger } from '../../../server/logging.ts';
import { ReadPath } from '../../../server/readpath/index.ts';

// The API alone, as it is served, but with more points a minute than anybody has: tacit.server.ts DATABASE_URL PORT [apollo]

const [, , url = '', port = '', only] = process.argv;
const database = await connectDatabase({ url }, { poolSize: 6 });
const logger = createLogger('warn');
const documents = new PersistedDocuments();
const graph = await createGraph({ database, logger, documents });
const plenty = { anonymous: 1e12, read: 1e12, ledger: 1e12, admin: 1e12 };
const app = await createApp({
  config: { trustProxy: false, publicUrl: undefined, maxUploadBytes: 1024 },
  logger,
  graph,
  ...(only !== 'apollo' && { readPath: new ReadPath(graph.schema, database, { documents }) }),
  keys: new Authenticator({ kysely: database.kysely }),
  meter: new Meter(plenty),
  isAtHome: async () => false,
  imports: { service: undefined, reports: undefined } as never,
  checks: {},
  loadDashboard: async () => undefined,
});
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${await app.listen({ port: Number(port), host: '127.0.0.1' })}\n`);
