import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { reject } from '../errors/tacit-error.ts';
import type { Database } from '../database/connect.ts';
import { eraseExpert } from '../imports/ledger/erase-expert.ts';
import { restoreDataset, retireDataset } from '../imports/ledger/retire-dataset.ts';
import { printLog } from './audit-log.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `Retires a dataset, takes it back, or erases a person from it.

  npm run dataset -- retire SLUG
  npm run dataset -- restore SLUG
  npm run dataset -- erase SLUG --expert PSEUDONYM [--reason T]
  npm run dataset -- log [SLUG]

  retire     no longer listed, and takes no new releases; still read by its slug
  restore    in use again
  erase      every row of one contributor goes, from all releases: their totals move, which nothing else can make them do.
             Figures that were frozen before stay; the log tells when, how many rows and the reason, never who.
             The file that it came from must lose the person too, or its next import brings the rows back.
  log        who imported, retired, erased, made keys or read protected rows, the latest last
  --expert   the pseudonym, as the dataset's export shows it
  --reason   for the log, which everybody may read: no names
  --yes      do not ask
  --json     the report as JSON

Works beside a running server and alone.
`;

/** What the command asks before it does what cannot be undone. */
export type Confirm = (question: string) => Promise<boolean>;

interface Wanted {
  command: string;
  slug: string;
  expert: string | undefined;
  reason: string | undefined;
}

interface Manner {
  json: boolean;
  confirm: Confirm;
}

/** `npm run dataset`. Returns the exit code: 0 done, 1 refused, declined or failed with nothing changed. */
export function run(
  argv: readonly string[],
  around: Surroundings,
  confirm: Confirm = askOnTerminal,
): Promise<number> {
  return obeying('dataset', around, async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        expert: { type: 'string' },
        reason: { type: 'string' },
        yes: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [command, slug, ...rest] = positionals;
    if (values.help || command === undefined) {
      around.out(help);
      return values.help ? 0 : 1;
    }
    if (command === 'log')
      return withDatabase(around, (database) => printLog(database, slug, values.json, around), {
        seeds: false,
      });
    if (slug === undefined) reject('BAD_USER_INPUT', `Which dataset? ${command} needs its slug.`);
    if (rest.length > 0) reject('BAD_USER_INPUT', `"${rest.join(' ')}" is more than ${command} needs.`);
    const manner = { json: values.json, confirm: values.yes ? () => Promise.resolve(true) : confirm };
    const wanted = { command, slug, expert: values.expert, reason: values.reason };
    return withDatabase(around, (database) => obey(database, wanted, manner, around), { seeds: false });
  });
}

async function obey(
  { pool }: Database,
  { command, slug, expert, reason }: Wanted,
  { json, confirm }: Manner,
  { out, err }: Surroundings,
): Promise<number> {
  switch (command) {
    case 'retire': {
      if (!(await confirm(`Retire "${slug}"?`))) return declined(err);
      const retiredAt = await retireDataset(pool, slug);
      out(
        json ? line({ slug, retiredAt }) : `"${slug}" is retired since ${retiredAt?.toISOString() ?? ''}.\n`,
      );
      return 0;
    }
    case 'restore': {
      await restoreDataset(pool, slug);
      out(json ? line({ slug, retiredAt: null }) : `"${slug}" is in use.\n`);
      return 0;
    }
    case 'erase': {
      if (expert === undefined) reject('BAD_USER_INPUT', 'Whom? --expert names the pseudonym.');
      const request = { slug, expert, reason };
      const { rows, releases } = await eraseExpert(pool, { ...request, dryRun: true });
      const what = `${rows} ${rows === 1 ? 'row' : 'rows'} of one contributor from "${slug}" (releases ${releases.join(', ')})`;
      if (!(await confirm(`Erase ${what} for ever? Totals move.`))) return declined(err);
      const erased = await eraseExpert(pool, request);
      out(json ? line({ slug, ...erased }) : `Erased ${what}.\n`);
      return 0;
    }
    default:
      reject('BAD_USER_INPUT', `"${command}" is no command: retire, restore, erase or log would do.`);
  }
}

function declined(err: (text: string) => void): number {
  err('Nothing was changed. --yes goes ahead without asking.\n');
  return 1;
}

function line(report: object): string {
  return `${JSON.stringify(report)}\n`;
}

/** Without a terminal nobody can agree. */
async function askOnTerminal(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
