import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';

// npm run bench [-- --rows N]: every benchmark here, one after the other; each writes its own section of RESULTS.md.

const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts')).sort();
let failed = 0;
for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  const path = new URL(name, import.meta.url).pathname;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
