import { parseArgs } from 'node:util';
import { planScaleOut, scaleOut } from '../database/scale-out/scale-out.ts';
import { reject } from '../errors/tacit-error.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `Parts the database among the machines of a Citus cluster: facts and rollups by expert, everything that they
refer to whole on each machine.

  DATABASE_URL=… npm run scale-out -- [--dry-run] [--shards 64]

  --dry-run  print the statements and change nothing; needs no Citus
  --shards   into how many parts facts and rollups are parted; about twice the processors of all machines to come

One transaction: all of it, or nothing. Again it places only what has come since. PostgreSQL 17 or later with Citus;
server/database/scale-out/README.md says what to expect.
`;

/** `npm run scale-out`. Returns the exit code: 0 done or nothing to do, 1 refused or failed with nothing changed. */
export function run(argv: readonly string[], around: Surroundings): Promise<number> {
  return obeying('scale-out', around, async () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'dry-run': { type: 'boolean', default: false },
        shards: { type: 'string', default: '64' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    if (!/^[1-9]\d{0,3}$/.test(values.shards))
      reject('BAD_USER_INPUT', `--shards "${values.shards}" is not a number from 1 to 9999.`);
    const options = { shards: Number(values.shards) };
    const dryRun = values['dry-run'];
    const plan = await withDatabase(
      around,
      ({ pool }) => (dryRun ? planScaleOut(pool, options) : scaleOut(pool, options)),
      { seeds: false },
    );
    if (dryRun) around.out(['begin', ...plan, 'commit'].map((statement) => `${statement};\n`).join(''));
    else
      around.out(
        plan.length === 0 ? 'Everything is placed already.\n' : `Placed by ${plan.length} statements.\n`,
      );
    return 0;
  });
}
