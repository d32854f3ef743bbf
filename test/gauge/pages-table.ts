import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { projectPath } from '../../server/project-root.ts';

const file = projectPath('test', 'gauge', 'PAGES.md');
/** Follows the addresses of pages that are kept from search engines on purpose. */
export const unlistedMark = '¹';

interface Column {
  name: string;
  /** Words stand at the left, figures at the right. */
  words?: boolean;
}

/** A table whose rows are known by their first cell, so that a later run can renew some of them and leave the others. */
export interface Table {
  columns: readonly Column[];
  rows: Map<string, readonly string[]>;
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The lines of a table, as Markdown. */
export function linesOf({ columns, rows }: Table): string[] {
  const all = [columns.map(({ name }) => name), ...rows.values()];
  const rule = columns.map(({ words }) => (words ? '---' : '--:'));
  return [all[0]!, rule, ...all.slice(1)].map((cells) => `| ${cells.join(' | ')} |`);
}

/** What was written last time, by the first cell of each row. */
async function former(): Promise<Map<string, string[]>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => [cellsOf(line)[0] ?? '', cellsOf(line)]),
  );
}

/** Writes the tables: what was measured now, and of what was not, what was known, in the given order. */
export async function writePages(
  tables: readonly { table: Table; order: readonly string[] }[],
  chromium: string,
  lighthouse: string,
): Promise<void> {
  const known = await former();
  const written = tables.map(({ table: { columns, rows }, order }) => {
    const merged = order.flatMap((key): [string, readonly string[]][] => {
      const row = rows.get(key) ?? known.get(key);
      return row?.length === columns.length ? [[key, row]] : [];
    });
    return linesOf({ columns, rows: new Map(merged) }).join('\n');
  });
  const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, Node ${process.version}, Chromium ${chromium}, ${lighthouse}`;
  await writeFile(
    file,
    [
      '# What pages weigh, and how soon they are there',
      'Written by `npm run measure:pages -- ADDRESS --write`; the script says what is measured. Each row is of the last run that measured its page.',
      `Last run ${new Date().toISOString().slice(0, 10)}, ${machine}.`,
      ...written,
      `${unlistedMark} Kept from search engines on purpose, which Lighthouse takes for a fault (is-crawlable).`,
      '',
    ].join('\n\n'),
  );
}
