import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';
import type { Database } from '../../server/database/connect.ts';
import { findingRows, findingsIn, written, type Finding } from './findings.ts';

const file = new URL('./RESULTS.md', import.meta.url);

/**
 * Puts a section into RESULTS.md, in place of the one with the same title, and makes the table at its head anew from what all
 * sections found of the figures that are aimed at.
 */
export async function writeResults(
  title: string,
  body: string,
  findings: readonly Finding[] = [],
): Promise<void> {
  const others = (await sections()).filter((section) => !section.startsWith(`## ${title}\n`));
  await writeSections([...others, `## ${title}\n\n${body.trim()}${written(findings)}`]);
}

/** The sections as they stand, the table at the head made anew: after a merge. */
export async function renewTable(): Promise<void> {
  await writeSections(await sections());
}

async function sections(): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split(/^(?=## )/m).slice(1);
}

async function writeSections(unsorted: readonly string[]): Promise<void> {
  const all = unsorted.map((section) => section.trim()).sort((one, other) => one.localeCompare(other, 'en'));
  const opening = `# Benchmarks

Each section is written by its own benchmark, or says how it was measured; \`npm run bench\` runs all. The figures are those of the last run, whatever they are. This table is made of them.

${table(findingRows(findingsIn(all)))}`;
  const options = await resolveConfig(file);
  const formatted = await format([opening, ...all].join('\n\n'), { ...options, parser: 'markdown' });
  await writeFile(file, formatted);
}

/** What the figures were measured on: day, commit, processors, memory, versions and how busy the machine was. */
export async function measuredOn(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ server_version: string }>('show server_version');
  return machine(`, PostgreSQL ${rows[0]!.server_version}`);
}

/** The same without a database at hand. */
export function machine(more = ''): string {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const load = loadavg().map((value) => value.toFixed(1));
  return (
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}; ${cpus().length} × ${processor?.model.trim()}, ${memory} GiB; ` +
    `Node ${process.versions.node}${more}; load averages ${load.join(', ')} at the end.`
  );
}

/** Rows of a table in Markdown, the first being its head; columns after the first are aligned right. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Seconds of processor time that the database's server, and all it has started, used until now: unlike the time that
 * passes, it does not depend on who else is busy on the machine. NaN where the system does not tell.
 */
export async function serverProcessor(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const [, server = 0] = await statOf(rows[0]!.pid);
  const children = await readFile(`/proc/${server}/task/${server}/children`, 'utf8').catch(() => '');
  const stats = await Promise.all(children.trim().split(' ').map(Number).map(statOf));
  const own = (await statOf(server)).slice(11, 15);
  const theirs = stats.flatMap((stat) => stat.slice(11, 13));
  return own.length === 0 ? NaN : [...own, ...theirs].reduce((sum, ticks) => sum + ticks, 0) / 100;
}

/** The fields of a process from its state (0) on: its parent is 1, its times are 11 to 14, in hundredths of a second. */
async function statOf(process: number): Promise<number[]> {
  const stat = await readFile(`/proc/${process}/stat`, 'utf8').catch(() => '');
  return stat === ''
    ? []
    : stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
}
