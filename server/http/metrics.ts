import type { FastifyInstance } from 'fastify';

interface Tally {
  count: number;
  seconds: number;
}

/** Counts requests by route and status, and tells Prometheus at `/metrics`. */
export function addMetrics(app: FastifyInstance): void {
  const tallies = new Map<string, Tally>();

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = `method="${request.method}",route="${route}",status="${reply.raw.statusCode}"`;
    const tally = tallies.get(labels) ?? { count: 0, seconds: 0 };
    tallies.set(labels, { count: tally.count + 1, seconds: tally.seconds + reply.elapsedTime / 1000 });
  });

  app.get('/metrics', async (_request, reply) => {
    void reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store');
    const memory = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    return [
      ...metric('process_cpu_seconds_total', 'counter', 'Processor time used.', (user + system) / 1e6),
      ...metric('process_resident_memory_bytes', 'gauge', 'Memory held.', memory.rss),
      ...metric('nodejs_heap_used_bytes', 'gauge', 'JavaScript heap in use.', memory.heapUsed),
      ...metric('process_uptime_seconds', 'gauge', 'Since the start.', process.uptime()),
      ...requests('http_requests_total', 'Requests answered.', tallies, ({ count }) => count),
      ...requests('http_request_seconds_total', 'Time spent on them.', tallies, ({ seconds }) => seconds),
      '',
    ].join('\n');
  });
}

function metric(name: string, type: 'counter' | 'gauge', help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}

function requests(
  name: string,
  help: string,
  tallies: ReadonlyMap<string, Tally>,
  value: (tally: Tally) => number,
): string[] {
  const rows = [...tallies].map(([labels, tally]) => `${name}{${labels}} ${value(tally)}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...rows];
}
