import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';

// A process of its own that uses the embedded database of a folder until it is told to end (SIGTERM).
const [dataDir = '', ...fallbacks] = process.argv.slice(2);

try {
  const embedded = await startEmbeddedPostgres({
    dataDir,
    report: (line) => void process.stderr.write(`${line}\n`),
    ...(fallbacks.length > 0 ? { fallbacks } : {}),
  });
  const idle = setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => {
    clearInterval(idle);
    void embedded.stop().then(() => process.exit(0));
  });
  const { connection, started, folder } = embedded;
  process.stdout.write(`${JSON.stringify({ connection, started, folder })}\n`);
} catch (error) {
  process.stderr.write(error instanceof Error ? `${error.name}: ${error.message}\n` : String(error));
  process.exitCode = 1;
}
