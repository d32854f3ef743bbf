import { parseArgs } from 'node:util';
import { writeBackup } from '../backup/write-backup.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { reject } from '../errors/tacit-error.ts';
import { obeying, type Surroundings } from './command.ts';

const help = `Writes every row of the database into a folder, as of one moment, while everything goes on.

  npm run backup -- --out FOLDER

  --out      a folder that is not there yet
  --json     what was written, as JSON

The folder also takes the key for pseudonyms of the data folder: keep it as safe as the ledgers themselves. npm run restore
brings it into a new database, also of another version of PostgreSQL. Works beside a running server, also during an import,
and alone.
`;

/** `npm run backup`. Returns the exit code: 0 written, 1 refused or failed with nothing written. */
export function run(argv: readonly string[], around: Surroundings): Promise<number> {
  return obeying('backup', around, async (signal) => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        out: { type: 'string', short: 'o' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    const out = values.out ?? reject('BAD_USER_INPUT', '--out is missing: a folder that is not there yet.');
    const config = readConfig(around.environment);
    // Not migrated on the way: what is kept is what is there.
    const { database, close } = await openDatabase({ ...config, report: (line) => around.err(`${line}\n`) });
    try {
      const { tables, madeAt } = await writeBackup(database.pool, { out, dataDir: config.dataDir, signal });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      around.out(
        values.json
          ? `${JSON.stringify({ out, madeAt, tables: tables.length, rows })}\n`
          : `${rows} rows of ${tables.length} tables, as of ${madeAt}, are in ${out}.\n`,
      );
      return 0;
    } finally {
      await close();
    }
  });
}
