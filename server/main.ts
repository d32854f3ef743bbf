import 'reflect-metadata';
import { keepFilling } from './cells/index.ts';
import { readConfig, wantsTraces } from './config.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open.ts';
import { demandPort } from './http/listen.ts';
import { serve } from './http/serve.ts';
import { loadSeeds } from './imports/seeds.ts';
import { Lifecycle } from './lifecycle.ts';
import { createLogger } from './logging.ts';
import { relieveMemory } from './memory/relief.ts';
import { projectPath } from './project-root.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal({ out: process.stdout, err: process.stderr, now: () => performance.now() });
const lifecycle = new Lifecycle(terminal, { traces: wantsTraces() });

await lifecycle.run(async () => {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  await demandPort(config);

  const database = await terminal.step('Database', async (say) => {
    const opening = openDatabase({ ...config, report: terminal.say });
    // Asked to stop by now, it is opened first: half way there is nothing that could be closed.
    lifecycle.onStop(async () => (await opening.catch(() => undefined))?.close());
    const opened = await opening;
    say(opened.description);
    return opened.database;
  });
  await terminal.step('Tables', async (say) => say(`${await migrate(database)} migrations run`));
  await terminal.step('Seeds', async (say) => {
    const { loaded } = await loadSeeds(database, { directory: projectPath('seeds'), report: say });
    say(loaded ? 'loaded' : 'unchanged');
  });
  const url = await terminal.step('Dashboard and API', () =>
    serve({
      config,
      database,
      logger,
      development: process.argv.includes('--dev'),
      onStop: (close) => lifecycle.onStop(close),
    }),
  );
  terminal.address(url);

  const relief = relieveMemory((told) => logger.debug(told, 'memory was given back'));
  lifecycle.onStop(async () => relief.end());

  const filling = new AbortController();
  const filled = keepFilling(database, filling.signal, (error) =>
    logger.error({ err: error }, 'cells were not filled'),
  );
  lifecycle.onStop(async () => {
    filling.abort();
    await filled;
  });
});
