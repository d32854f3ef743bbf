import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createApp, type AppOptions } from '../../server/http/app.ts';
import type { Dashboard } from '../../server/http/dashboard.ts';
import { createLogger } from '../../server/logging.ts';
import { fakeGraph } from './fake-graph.ts';

type Options = Partial<Omit<AppOptions, 'loadDashboard'> & { dashboard: Dashboard }>;

/** The server over the smallest API, on any free port. */
export async function openApp(options: Options = {}): Promise<{ app: FastifyInstance; url: string }> {
  const app = await createApp({
    config: { trustProxy: false, publicUrl: undefined },
    logger: createLogger('silent'),
    graph: await fakeGraph(),
    checks: {},
    loadDashboard: async () => options.dashboard,
    ...options,
  });
  onTestFinished(() => app.close());
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
