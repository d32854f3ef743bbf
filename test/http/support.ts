import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createApp, type AppOptions } from '../../server/http/app.ts';
import type { Dashboard } from '../../server/http/dashboard.ts';
import { createLogger } from '../../server/logging.ts';
import { TacitError } from '../../server/errors/tacit-error.ts';
import type { Caller } from '../../server/access/index.ts';
import type { KeyReader } from '../../server/http/caller.ts';
import { ImportReports } from '../../server/http/import/reports.ts';
import type { ImportService } from '../../server/http/import/service.ts';
import { fakeGraph } from './fake-graph.ts';

type Options = Partial<
  Omit<AppOptions, 'loadDashboard' | 'config'> & {
    config: Partial<AppOptions['config']>;
    dashboard: Dashboard;
  }
>;

/** Keys that are their scope's name. */
export const fakeKeys: KeyReader = {
  fromHeader: async (header) =>
    header ? fakeCaller(header.replace('Bearer ', '')) : { scope: null, keyId: null },
  fromKey: async (key) => fakeCaller(key),
};

function fakeCaller(key: string): Caller {
  if (key === 'read' || key === 'ledger' || key === 'admin') return { scope: key, keyId: 1 };
  throw new TacitError('UNAUTHENTICATED');
}

const noImports: ImportService = {
  run: () => Promise.reject(new Error('no imports here')),
  preview: () => Promise.reject(new Error('no imports here')),
};

/** The server over the smallest API, on any free port. */
export async function openApp(options: Options = {}): Promise<{ app: FastifyInstance; url: string }> {
  const app = await createApp({
    logger: createLogger('silent'),
    graph: await fakeGraph(),
    keys: fakeKeys,
    isAtHome: async () => false,
    imports: { service: noImports, reports: new ImportReports(join(tmpdir(), 'tacit-no-reports')) },
    checks: {},
    loadDashboard: async () => options.dashboard,
    ...options,
    config: {
      trustProxy: false,
      publicUrl: undefined,
      maxUploadBytes: 1024 * 1024,

      ...options.config,
    },
  });
  // Connections that a test left half way would hold up the end.
  onTestFinished(() => {
    app.server.closeAllConnections();
    return app.close();
  });
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

/** A dashboard that tells what it was given. */
export const tellingDashboard: Dashboard = (request, response) => {
  let body = '';
  request.on('data', (part) => (body += String(part)));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }),
    );
  });
};
