import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { reject } from '../errors/tacit-error.ts';
import { exportFile } from '../exports/export-file.ts';
import { exportFormat } from '../exports/export-format.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `A ledger, out of the database again. Importing an export gives the same statistics.

  npm run export -- --dataset SLUG [--release N] [--format FORMAT] --out PATH

  --dataset  the slug of the ledger
  --release  as it stood at that release; the newest where not given. What a release reversed is not in it
  --format   csv      a header and a row an earning; texts that a spreadsheet would run as a formula (they begin with
                      = + - @, a tab or a line break) have an apostrophe in front, which the import takes off again
             jsonl    one JSON object a line
             parquet  with title, licence and citation in the file's metadata
             package  a folder: datapackage.json (Frictionless 2) and the rows as CSV
             Told by the ending of the name where not given; csv on standard output
  --out      a file; compressed where its name ends in .gz; for a package a folder; - for standard output
  --force    replace what is there
  --json     what was written, as JSON on standard error

The file is put in place when all of it is written. Contributors are pseudonyms. This command is run by the owner of
this machine, whose data it is, so it gives the rows of protected ledgers too: mind where you put them.
Works beside a running server and alone.
`;

/** `npm run export`. Returns the exit code: 0 written, 1 refused or failed with nothing written. */
export function run(argv: readonly string[], around: Surroundings & { stdout?: Writable }): Promise<number> {
  return obeying('export', around, async (signal) => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        dataset: { type: 'string' },
        release: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string', short: 'o' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    const slug = values.dataset ?? reject('BAD_USER_INPUT', '--dataset is missing: the slug of the ledger.');
    const path =
      values.out ?? reject('BAD_USER_INPUT', '--out is missing: a file name, or - for standard output.');
    const question = { slug, release: releaseOf(values.release), format: exportFormat(values.format, path) };
    const { ledger, format } = await withDatabase(around, (database) =>
      exportFile(
        database,
        { ...question, path, force: values.force, signal, access: { mayReadLedgers: true } },
        around.stdout ?? process.stdout,
      ),
    );
    const written = { dataset: slug, release: ledger.release, kind: ledger.kind, format, out: path };
    const guarded = ledger.protected ? ' It is protected: pass it on to nobody who may not read it.' : '';
    const simulated = ledger.kind === 'SIMULATED' ? ' SIMULATED: generated, not data about the world.' : '';
    around.err(
      values.json
        ? `${JSON.stringify(written)}\n`
        : `Release ${ledger.release} of "${slug}" is in ${path === '-' ? 'standard output' : path}.${guarded}${simulated}\n`,
    );
    return 0;
  });
}

function releaseOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  reject('BAD_USER_INPUT', `--release "${text}" is not the number of a release: 1, 2 and so on are.`);
}
