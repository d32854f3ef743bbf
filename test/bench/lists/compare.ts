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
export type Found = Record<FigureName, Measured> & { question: Question };

type FigureName =
  | 'postgraphile'
  | 'mercurius'
  | 'ceiling'
  | 'nothing'
  | 'readPath'
  | 'apollo'
  | 'repeated'
  | 'repeatedByApollo'
  | 'known';

interface Times {
  /** Of processor time, for each figure and for warming up. */
  seconds: number;
  warming: number;
  /** The database's processor time. */
  processor: () => Promise<number>;
}

/**
 * Asks each server for all lists, sixteen requests at a time, and then the next server: one that waits for its turn throws
 * away what it compiled, and is slow for seconds afterwards. Each is warmed right before, by all lists in turn.
 */
export async function compareLists(
  servers: Servers,
  ledger: Ledger,
  { seconds, warming, processor }: Times,
): Promise<Found[]> {
  const timed = async (server: Server, ask: () => Asked): Promise<Measured> => {
    await measure(server, ask, seconds, processor);
    return measure(server, ask, seconds, processor);
  };
  const found = questions.map((question) => ({ question }) as Found);
  const answerAll = async (
    server: Server,
    asks: readonly (() => Asked)[],
    warm: number,
    measured: readonly { as: FigureName; of: readonly (() => Asked)[] }[],
  ): Promise<void> => {
    await measure(server, () => asks[Math.floor(Math.random() * asks.length)]!(), warm, processor);
    for (const [index, one] of found.entries())
      for (const { as, of } of measured) one[as] = await timed(server, of[index]!);
  };

  const walked = await Promise.all(
    questions.map((question) => askPostGraphile(servers.postgraphile.url, question, ledger)),
  );
  await answerAll(servers.postgraphile, walked, warming, [{ as: 'postgraphile', of: walked }]);

  const ours = questions.map((question) => askTacit(question, ledger));
  const again = ours.map((ask) => {
    const asked = ask();
    return () => asked;
  });
  const known = await Promise.all(
    questions.map((question) => askKnown(servers.served.url, question, ledger)),
  );
  await answerAll(servers.served, ours, warming, [
    { as: 'readPath', of: ours },
    { as: 'repeated', of: again },
    { as: 'known', of: known },
  ]);
  await answerAll(servers.apollo, ours, warming, [
    { as: 'apollo', of: ours },
    { as: 'repeatedByApollo', of: again },
  ]);

  const mercurius = questions.map((question) => askMercurius(question, ledger));
  await answerAll(servers.mercurius, mercurius, warming / 2, [{ as: 'mercurius', of: mercurius }]);
  const ceiling = questions.map((question) => askCeiling(question, ledger));
  await answerAll(servers.ceiling, ceiling, warming / 4, [{ as: 'ceiling', of: ceiling }]);
  const nothing = found.map(({ readPath }, index) => askNothing(again[index]!(), readPath.bytes));
  await answerAll(servers.nothing, nothing, warming / 4, [{ as: 'nothing', of: nothing }]);

  for (const { question, ...figures } of found) {
    const rates = Object.entries(figures).map(([name, { perSecond }]) => `${name} ${Math.round(perSecond)}`);
    process.stdout.write(`${question.name}: ${rates.join(', ')}\n`);
  }
  return found;
}
