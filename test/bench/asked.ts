import { parseArgs } from 'node:util';

/**
 * What a benchmark was asked on the command line: `--rows N`, or the number alone; `--data FOLDER` with a ledger in it, `--in-place` to
 * change that very folder. */
export function asked(usualRows: number): { rows: number; data: string | undefined; inPlace: boolean } {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { rows: { type: 'string' }, data: { type: 'string' }, 'in-place': { type: 'boolean' } },
    allowPositionals: true,
  });
  const rows = Number(values.rows ?? positionals[0] ?? usualRows);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new Error(`Not a number of rows: ${values.rows}`);
  return { rows, data: values.data, inPlace: values['in-place'] ?? false };
}
