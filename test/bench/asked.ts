import { parseArgs } from 'node:util';

/** What a benchmark was asked: `--rows N`, or the number alone; `--data FOLDER` with a ledger in it, of which it may take several. */
export interface Asked {
  rows: number;
  data: string | undefined;
  folders: readonly string[];
  /** `--in-place`: the folder itself may be changed, no copy of it is made. */
  inPlace: boolean;
}

/** Reads the command line. */
export function asked(usualRows: number): Asked {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: {
      rows: { type: 'string' },
      data: { type: 'string', multiple: true },
      'in-place': { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const rows = Number(values.rows ?? positionals[0] ?? usualRows);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new Error(`Not a number of rows: ${values.rows}`);
  const folders = values.data ?? [];
  return { rows, data: folders[0], folders, inPlace: values['in-place'] ?? false };
}
