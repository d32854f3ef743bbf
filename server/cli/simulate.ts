import { parseArgs } from 'node:util';
import { reject } from '../errors/tacit-error.ts';
import { simulationParameters, type SimulationRequest } from '../simulation/parameters.ts';
import { simulate, type Simulated } from '../simulation/simulate.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `A SIMULATED market: laboratories, platforms, projects, experts and their earnings, calibrated to the published
facts (rates by occupation, average pay) and to how concentrated the open ledgers are. The same rows for the same seed.

  npm run simulate -- --dataset SLUG --experts N --earnings M --seed S

  --dataset       the slug; one that is free, or a simulation, whose next release this becomes
  --experts       how many experts; each has one earning at least
  --earnings      how many earnings, each one session of work
  --seed          a whole number from 0 to 4294967295
  --from --to     the days between which the market is open (2023-01-01 to 2025-12-31)
  --laboratories  how many (6)          --platforms  how many (8)
  --projects      how many (the square root of the experts, from 20 to 1000)
  --top-share     the share of the money that the top tenth of experts hold (0.55)
  --title         the title; the word SIMULATED is added
  --json          the report as JSON

The dataset is of the kind SIMULATED, says so in its names, states its parameters and never counts in a claim.
Works beside a running server and alone.
`;

/** `npm run simulate`. Returns the exit code: 0 simulated, 1 refused or failed with nothing changed. */
export function run(argv: readonly string[], around: Surroundings): Promise<number> {
  return obeying('simulate', around, async (signal) => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        dataset: { type: 'string' },
        experts: { type: 'string' },
        earnings: { type: 'string' },
        seed: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        laboratories: { type: 'string' },
        platforms: { type: 'string' },
        projects: { type: 'string' },
        'top-share': { type: 'string' },
        title: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      around.out(help);
      return 0;
    }
    const { dataset: slug, json, 'top-share': topShare, help: _, ...rest } = values;
    for (const name of ['dataset', 'experts', 'earnings', 'seed'] as const) {
      if (values[name] === undefined)
        reject('BAD_USER_INPUT', `--${name} is missing; --help says what it is.`);
    }
    const request: SimulationRequest = {
      ...rest,
      slug: slug!,
      topShare,
      experts: rest.experts,
      earnings: rest.earnings,
      seed: rest.seed,
    };
    // Faults are said before a database is opened for nothing.
    const { earnings } = simulationParameters(request);
    const began = performance.now();
    const report = progress(around, earnings);
    const simulated = await withDatabase(around, (database) =>
      simulate(database, request, { report, signal }),
    );
    const seconds = (performance.now() - began) / 1000;
    around.out(
      json
        ? `${JSON.stringify({ ...simulated, seconds })}\n`
        : `${wordsOf(simulated)} ${seconds.toFixed(1)} s.\n`,
    );
    return 0;
  });
}

function progress({ err }: Surroundings, earnings: number): (drawn: number) => void {
  let told = -1;
  return (drawn) => {
    const tenth = Math.floor((drawn * 10) / earnings);
    if (tenth === told) return;
    told = tenth;
    err(drawn < earnings ? `  ${tenth * 10} % drawn\n` : '  All drawn; publishing the release\n');
  };
}

function wordsOf({ parameters: { slug, seed }, release }: Simulated): string {
  if (release === null) return `"${slug}" holds these very SIMULATED rows already; nothing was changed.`;
  const { number, rowsAdded, contributors } = release;
  return `Release ${number} of "${slug}": ${rowsAdded} SIMULATED earnings of ${contributors} experts, seed ${seed}.`;
}
