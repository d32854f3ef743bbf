import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportReports } from '../../server/http/import/reports.ts';
import { Lifecycle } from '../../server/lifecycle.ts';
import { createApp } from '../../server/http/app.ts';
import { closeApp, listen } from '../../server/http/listen.ts';
import { createLogger } from '../../server/logging.ts';
import { createTerminal } from '../../server/terminal.ts';
import { fakeGraph } from '../http/fake-graph.ts';

// The server without its database: it answers `{ hello(after: 800) }` after 800 ms. An argument delays its end.
const slowness = Number(process.argv[2] ?? 0);

const terminal = createTerminal({ out: process.stdout, err: process.stderr, now: () => performance.now() });
const lifecycle = new Lifecycle(terminal, { traces: false });

await lifecycle.run(async () => {
  lifecycle.onStop(async () => terminal.say('first begun, last ended'));
  lifecycle.onStop(() => new Promise((resolve) => setTimeout(resolve, slowness)));
  const app = await createApp({
    config: { trustProxy: false, publicUrl: undefined, maxUploadBytes: 1024 },
    logger: createLogger('warn'),
    graph: await fakeGraph(),
    keys: {
      fromHeader: async () => ({ scope: null, keyId: null }),
      fromKey: async () => ({ scope: null, keyId: null }),
    },
    isAtHome: async () => false,
    imports: {
      service: { run: () => Promise.reject(new Error()), preview: () => Promise.reject(new Error()) },
      reports: new ImportReports(join(tmpdir(), 'tacit-no-reports')),
    },
    checks: {},
    loadDashboard: async () => undefined,
  });
  lifecycle.onStop(() => closeApp(app));
  terminal.address(await listen(app, { host: '127.0.0.1', port: 0 }));
});
