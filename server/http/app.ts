import type { Server } from 'node:http';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import type { BulkJobs } from '../exports/bulk/bulk-jobs.ts';
import type { Graph } from '../graphql/graph.ts';
import type { Logger } from '../logging.ts';
import type { ReadPath } from '../readpath/index.ts';
import type { KeptAnswers } from './kept-answers/kept-answers.ts';
import type { Traces } from '../telemetry/traces.ts';
import { bodyDeadline } from './body-deadline.ts';
import { Meter } from '../access/index.ts';
import { decoratePurse } from './allowance.ts';
import { decorateScope, type KeyReader } from './caller.ts';
import type { HomeRule } from './at-home.ts';
import { checkHost } from './check-host.ts';
import { answerUnreadable } from './client-error.ts';
import { turnCrowdsAway } from './crowd.ts';
import { dashboardRoutes, forwardTo, type Dashboard } from './dashboard.ts';
import { embedRoutes } from './embed-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { figureRoutes } from './figure-routes.ts';
import { graphqlRoutes } from './graphql-routes.ts';
import { healthRoutes, type Checks } from './health-routes.ts';
import { decorateDeadline } from './list-answers.ts';
import { importRoutes } from './import/import-routes.ts';
import type { ImportReports } from './import/reports.ts';
import type { ImportService } from './import/service.ts';
import { mcpRoutes } from './mcp-routes.ts';
import type { Edition } from './pages/edition.ts';
import { answerProblem } from './problem.ts';
import { refuseMethod } from './methods.ts';
import { requestId } from './request-id.ts';
import type { Room } from './room.ts';
import { securityHeaders } from './security-headers.ts';
import { addTelemetry } from './telemetry.ts';

export interface AppOptions {
  config: Pick<Config, 'trustProxy' | 'publicUrl' | 'maxUploadBytes'> & Partial<Pick<Config, 'corsOrigins'>>;
  logger: Logger;
  graph: Pick<Graph, 'apollo' | 'context' | 'deadline' | 'schema'>;
  /** Answers lists before Apollo is asked. */
  readPath?: ReadPath;
  /** Answers again what Apollo answered and nothing has changed. */
  keptAnswers?: KeptAnswers;
  /** Tells from a key what its bearer may do. */
  keys: KeyReader;
  /** Counts what callers of the API spend. */
  meter?: Meter;
  isAtHome: HomeRule;
  /** Files of whole ledgers; none where there is no folder for them. */
  bulk?: BulkJobs;
  imports: { service: ImportService; reports: ImportReports };
  /** What has to hold before the server may be sent visitors. */
  checks: Checks;
  /** Whose connections are told of at /metrics. */
  pool?: Pool;
  /** Where spans go; none where nobody collects them. */
  traces?: Traces | undefined;
  /** How many requests are worked on at a time. */
  room?: Room;
  /** Where the data stand, by which pages are kept; none are kept without. */
  edition?: Edition | undefined;
  /** Loads the dashboard; undefined while it is not built. */
  loadDashboard: (server: Server) => Promise<Dashboard | undefined>;
}

/** A document of the API with its variables: far more than any page or notebook sends. */
const largestBody = 1024 * 1024;

/** The HTTP server: API, health and metrics, and the dashboard everywhere else, on one port. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    config,
    logger,
    graph,
    readPath,
    keptAnswers,
    keys,
    meter = new Meter(),
    isAtHome,
    bulk,
    imports,
    checks,
    pool,
    traces,
    room,
    edition,
    loadDashboard,
  } = options;
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    bodyLimit: largestBody,
    trustProxy: trustOf(config.trustProxy),
    genReqId: requestId(config.trustProxy !== false),
    requestIdHeader: false,
    // Its line would hold the address with the query and its variables, and where the visitor sits; ours does not.
    logController: new LogController({ disableRequestLogging: true }),
    // Bodies have a deadline of their own, which knows the routes.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable,
    // Addresses of the dashboard may be long: a chart's whole state is in them.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: false },
  });
  const dashboard = await loadDashboard(app.server);
  const forward =
    dashboard && forwardTo(dashboard, { publicUrl: config.publicUrl, isAtHome, meter, edition });

  addTelemetry(app, { traces, pool, behindProxy: config.trustProxy !== false });
  decorateScope(app);
  decoratePurse(app);
  decorateDeadline(app);
  app.addHook('onRequest', checkHost);
  app.addHook('onRequest', bodyDeadline);
  app.addHook('onRequest', securityHeaders({ secure: config.publicUrl?.startsWith('https:') ?? false }));
  turnCrowdsAway(app, room);
  app.setErrorHandler(answerProblem);
  // Every address leads somewhere: what is left are methods that HTTP does not know by heart.
  app.setNotFoundHandler(refuseMethod('GET'));
  await app.register(healthRoutes, { checks });
  await app.register(graphqlRoutes, {
    prefix: '/graphql',
    graph,
    readPath,
    keptAnswers,
    keys,
    meter,
    corsOrigins: config.corsOrigins ?? [],
    forward,
    publicUrl: config.publicUrl,
  });
  await app.register(mcpRoutes, { graph, keys, meter, publicUrl: config.publicUrl });
  await app.register(importRoutes, { ...imports, keys, isAtHome, maxUploadBytes: config.maxUploadBytes });
  const figures = { graph, keys, meter, isAtHome, publicUrl: config.publicUrl };
  await app.register(figureRoutes, { ...figures, forward });
  await app.register(embedRoutes, figures);
  if (bulk) await app.register(exportRoutes, { bulk });
  await app.register(feedRoutes, figures);
  await app.register(dashboardRoutes, { forward });
  return app;
}

type Trust = boolean | string | ((address: string, hop: number) => boolean);

function trustOf(rule: Config['trustProxy']): Trust {
  return typeof rule === 'number' ? (_address, hop) => hop < rule : rule;
}
