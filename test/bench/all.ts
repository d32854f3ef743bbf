import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Finding } from './findings.ts';
import { machine, renewTable, table, writeResults } from './results.ts';

// npm run bench [-- --rows N --data FOLDER NAME…]: every benchmark here, or those that are named, one after the other, all
// with the same number of rows; each writes its own section of RESULTS.md. One that fails does not keep the others from it.
// --table alone makes the table at its head anew.

const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    data: { type: 'string' },
    table: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.table) {
  await renewTable();
  process.exit(0);
}
const rows = Number(values.rows);
const passed = ['--rows', values.rows, ...(values.data === undefined ? [] : ['--data', values.data])];
/** One that hangs is ended, so that the others get their turn. */
const longest = (rows <= 2_000_000 ? 10 : 60) * 60_000;

const every = (await readdir(import.meta.dirname))
  .flatMap((file) => /^(.*)\.bench\.ts$/.exec(file)?.[1] ?? [])
  .sort();
const names = positionals.length === 0 ? every : every.filter((name) => positionals.includes(name));
const began = performance.now();
const minutesSince = (start: number): number => (performance.now() - start) / 60_000;
const lines: string[][] = [];
for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  const start = performance.now();
  const path = new URL(`${name}.bench.ts`, import.meta.url).pathname;
  const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', path, ...passed], {
    stdio: 'inherit',
    timeout: longest,
  });
  const ended = status === 0 ? 'whole' : `**failed** (${signal ?? `exit ${status}`})`;
  lines.push([name, `${minutesSince(start).toFixed(1)} min`, ended]);
}
const total = minutesSince(began);
const body = `\`npm run bench -- --rows ${rows}\`, one after the other.

${table([['benchmark', 'took', 'ended'], ...lines, ['in all', `${total.toFixed(1)} min`, '']])}

${machine()}`;
process.stdout.write(`\n${body}\n`);
const isWhole = lines.every(([, , ended]) => ended === 'whole');
if (names.length === every.length) {
  const finding: Finding = {
    aim: 'bench',
    value: total,
    rows,
    ...(isWhole ? {} : { why: 'not all ended well' }),
  };
  await writeResults(
    `All benchmarks at ${rows.toLocaleString('en')} earnings`,
    body,
    rows <= 2e6 ? [finding] : [],
  );
}
process.exit(isWhole ? 0 : 1);
