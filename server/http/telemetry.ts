import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { current, inRequest } from '../signals/current.ts';
import { figureUndrawable, type UndrawableFigure } from '../signals/figures.ts';
import { countSignals } from '../telemetry/count-signals.ts';
import { listen } from '../telemetry/listen.ts';
import { Metrics } from '../telemetry/metrics.ts';
import type { Traces } from '../telemetry/traces.ts';

interface Options {
  /** Where spans are sent; undefined where nobody collects them. */
  traces: Traces | undefined;
  /** Whose connections are told of. */
  pool: Pool | undefined;
  /** A proxy that is believed says of which trace a request is part. */
  behindProxy: boolean;
}

/** Runs every request as one that can be told of, counts it, and tells Prometheus at `/metrics`. */
export function addTelemetry(app: FastifyInstance, { traces, pool, behindProxy }: Options): void {
  const metrics = new Metrics();
  if (pool) metrics.watchPool(pool);
  const stop = countSignals(metrics);
  const stopTelling = listen([
    [
      figureUndrawable,
      (told) => {
        const { id, problem } = told as UndrawableFigure;
        app.log.warn({ figure: id, err: problem }, 'a figure is no longer drawn from its data');
      },
    ],
  ]);
  app.addHook('onClose', async () => {
    stop();
    stopTelling();
  });

  app.addHook('onRequest', (request, reply, done) => {
    inRequest(request.id, () => {
      const own = current()!;
      // The dashboard answers on Node's response itself, and nobody tells us when but that.
      reply.raw.once('close', () => {
        const { method } = request;
        const route = request.routeOptions.url ?? 'none';
        const status = reply.raw.statusCode;
        metrics.requests.inc({ method, route, status });
        metrics.requestSeconds.observe({ method, route }, reply.elapsedTime / 1000);
        traces?.ended(own, { method, route }, status);
        request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered');
      });
      const { traceparent } = request.headers;
      traces?.began(own, behindProxy && typeof traceparent === 'string' ? traceparent : undefined);
      done();
    });
  });

  app.get('/metrics', { config: { alwaysLetIn: true } }, async (_request, reply) => {
    void reply.type(metrics.contentType).header('cache-control', 'no-store');
    return metrics.text();
  });
}
