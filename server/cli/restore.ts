import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open.ts';
import { reject } from '../errors/tacit-error.ts';
import { verify } from '../verification/verify.ts';
import { obeying, type Surroundings } from './command.ts';

const help = `Brings a backup into a new database: the embedded one of a new data folder, or an empty one of your own.

  DATA_DIR=/path/to/new/folder npm run restore -- FOLDER

  --json     what was restored, as JSON

All of it is restored, or nothing; then all of it is verified as npm run verify does. A database that holds anything is
refused. The version of Tacit may be later than the backup's, the version of PostgreSQL may be any that Tacit runs on.
`;

/** `npm run restore`. Returns the exit code: 0 restored and verified, 1 refused, failed, or verified to differ. */
export function run(argv: readonly string[], around: Surroundings): Promise<number> {
  return obeying('restore', around, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    const [folder, ...more] = positionals;
    if (folder === undefined) reject('BAD_USER_INPUT', 'Which backup? restore needs its folder.');
    if (more.length > 0) reject('BAD_USER_INPUT', `"${more.join(' ')}" is more than restore needs.`);
    const config = readConfig(around.environment);
    const { database, close } = await openDatabase({ ...config, report: (line) => around.err(`${line}\n`) });
    try {
      const { tables, madeAt } = await restoreBackup(database, { folder, dataDir: config.dataDir });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const different = (await verify(database.pool)).reduce((sum, found) => sum + found.different, 0);
      const verdict =
        different === 0 ? 'nothing differs' : `${different} differences (npm run verify tells them)`;
      around.out(
        values.json
          ? `${JSON.stringify({ folder, madeAt, tables: tables.length, rows, different })}\n`
          : `${rows} rows of ${tables.length} tables are as of ${madeAt}; verified: ${verdict}.\n`,
      );
      return different === 0 ? 0 : 1;
    } finally {
      await close();
    }
  });
}
