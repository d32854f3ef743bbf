import { measure, type Asked, type Measured } from './load.ts';
import {
  askCeiling,
  askKnown,
  askMercurius,
  askNothing,
  askPostGraphile,
  askTacit,
  questions,
  type Ledger,
  type Question,
} from './questions.ts';
import type { Server } from './server.ts';

/** Tacit as it is served and by Apollo alone, and what it is compared with. */
export type Servers = Record<
  'served' | 'apollo' | 'mercurius' | 'ceiling' | 'postgraphile' | 'nothing',
  Server
>;

/** What was measured of one list: of each server that answers it, and of ours where the answer is known. */
export type Found = Record<
  | 'postgraphile'
  | 'mercurius'
  | 'ceiling'
  | 'nothing'
  | 'readPath'
  | 'apollo'
  | 'repeated'
  | 'repeatedByApollo'
  | 'known',
  Measured
> & { question: Question };

interface Times {
  /** Of processor time, for each figure and for warming up. */
  seconds: number;
  warming: number;
  /** The database's processor time. */
  processor: () => Promise<number>;
}

/** Asks every server for every list, one after the other, sixteen requests at a time. */
export async function compareLists(
  servers: Servers,
  ledger: Ledger,
  { seconds, warming, processor }: Times,
): Promise<Found[]> {
  const asks = await Promise.all(
    questions.map((question) => askPostGraphile(servers.postgraphile.url, question, ledger)),
  );
  const mixed = (all: readonly (() => Asked)[]) => (): Asked =>
    all[Math.floor(Math.random() * all.length)]!();
  const ours = questions.map((question) => askTacit(question, ledger));
  await measure(servers.postgraphile, mixed(asks), warming, processor);
  await measure(servers.served, mixed(ours), warming, processor);
  await measure(servers.apollo, mixed(ours), warming, processor);
  await measure(
    servers.mercurius,
    mixed(questions.map((question) => askMercurius(question, ledger))),
    warming / 2,
    processor,
  );
  await measure(
    servers.ceiling,
    mixed(questions.map((question) => askCeiling(question, ledger))),
    warming / 4,
    processor,
  );

  const timed = async (server: Server, ask: () => Asked): Promise<Measured> => {
    await measure(server, ask, seconds / 3, processor);
    return measure(server, ask, seconds, processor);
  };
  const found: Found[] = [];
  for (const [index, question] of questions.entries()) {
    const again = ours[index]!();
    const readPath = await timed(servers.served, ours[index]!);
    const one = {
      question,
      postgraphile: await timed(servers.postgraphile, asks[index]!),
      readPath,
      apollo: await timed(servers.apollo, ours[index]!),
      mercurius: await timed(servers.mercurius, askMercurius(question, ledger)),
      ceiling: await timed(servers.ceiling, askCeiling(question, ledger)),
      repeated: await timed(servers.served, () => again),
      repeatedByApollo: await timed(servers.apollo, () => again),
      known: await timed(servers.served, await askKnown(servers.served.url, question, ledger)),
      nothing: await timed(servers.nothing, askNothing(again, readPath.bytes)),
    };
    found.push(one);
    const figures = Object.entries(one).flatMap(([name, value]) =>
      'perSecond' in value ? `${name} ${Math.round(value.perSecond)}` : [],
    );
    process.stdout.write(`${question.name}: ${figures.join(', ')}\n`);
  }
  return found;
}
