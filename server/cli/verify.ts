import { parseArgs } from 'node:util';
import { verify, type Verified } from '../verification/verify.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `Computes again, from what they were made of, the checksums of all frozen figures, the counts of all releases, the
sums of all rollups and the cells that answer for the newest releases, and tells where they differ.

  npm run verify [-- --json]

  --json     the findings as JSON

Exits with 0 where all is as it must be, 1 where anything differs. Changes nothing. Works beside a running server, also
during an import, and alone.
`;

/** `npm run verify`. Returns the exit code: 0 nothing differs, 1 something does or it could not be found out. */
export function run(argv: readonly string[], around: Surroundings): Promise<number> {
  return obeying('verify', around, async () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    const print = (verified: Verified): void => around.out(rowOf(verified));
    const options = values.json ? {} : { report: print };
    const found = await withDatabase(around, ({ pool }) => verify(pool, options), { seeds: false });
    const different = found.reduce((sum, finding) => sum + finding.different, 0);
    if (values.json) around.out(`${JSON.stringify({ different, checks: found }, null, 2)}\n`);
    else around.out(different === 0 ? 'Nothing differs.\n' : `${different} differences.\n`);
    return different === 0 ? 0 : 1;
  });
}

/** A line of the table: verdict, how much was compared, in what time, and what with what; differences below it. */
function rowOf({ name, checked, different, examples, milliseconds }: Verified): string {
  const verdict = different === 0 ? 'same' : `${different} differ`;
  const time = `${(milliseconds / 1000).toFixed(2)} s`;
  const told = examples.map((example) => `${' '.repeat(12)}${example}\n`).join('');
  return `${verdict.padEnd(12)}${String(checked).padStart(10)}${time.padStart(10)}  ${name}\n${told}`;
}
