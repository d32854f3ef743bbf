import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';

// A process of its own that uses the embedded database of a folder until it is told to end (SIGTERM).
const [dataDir = '', ...fallbacks] = process.argv.slice(2);

try {
  const embedded = await startEmbeddedPostgres({
    dataDir,
    report: (line) => console.error(line),
    ...(fallbacks.length > 0 ? { fallbacks } : {}),
  });
  const idle = setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => {
    clearInterval(idle);
    void embedded.stop().then(() => process.exit(0));
  });
  const { connection, started, folder } = embedded;
  console.log(JSON.stringify({ connection, started, folder }));
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  process.exitCode = 1;
}
