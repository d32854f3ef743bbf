import type { FastifyInstance } from 'fastify';
import { retryAfter } from '../errors/registry.ts';

/** What has to hold before the server may be sent visitors; each throws, or is false, while it does not. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>;

const patience = 2000;

/** Whoever asks decides whether this process lives on. */
const config = { alwaysLetIn: true };

/** `/healthz`: the process lives. `/readyz`: every check holds; 503 and which do not, otherwise. */
export async function healthRoutes(app: FastifyInstance, { checks }: { checks: Checks }): Promise<void> {
  app.get('/healthz', { config }, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });

  app.get('/readyz', { config }, async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
    );
    const ready = results.every(([, passed]) => passed);
    void reply.header('cache-control', 'no-store').code(ready ? 200 : 503);
    if (!ready) void reply.header('retry-after', retryAfter);
    return { status: ready ? 'ready' : 'unavailable', checks: Object.fromEntries(results) };
  });
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patience, false)));
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
