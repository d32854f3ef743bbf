import type { FastifyInstance } from 'fastify';
import { createApp, type AppOptions } from '../../server/http/app.ts';
import { Meter, type Caller } from '../../server/access/index.ts';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { PersistedDocuments } from '../../server/graphql/persisted-documents.ts';
import { createLogger } from '../../server/logging.ts';
import { ReadPath, type Asked } from '../../server/readpath/index.ts';
import type { Database } from '../../server/database/connect.ts';
import { TacitError } from '../../server/errors/tacit-error.ts';

/** What a request asks, and with which key. */
export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
  key?: 'read' | 'ledger';
}

export interface Reply {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** The same API over the same rows twice: as it is served, and by graphql-js alone. */
export interface TwoApis {
  graph: Graph;
  /** As it is served. */
  served: FastifyInstance;
  /** Apollo alone. */
  plain: FastifyInstance;
  /** How many of the served answers Apollo did not give. */
  fast: number;
  /** The reply to one request by either. */
  ask(app: FastifyInstance, operation: Operation): Promise<Reply>;
  /** Both replies to one operation. */
  both(operation: Operation): Promise<{ served: Reply; plain: Reply; wasFast: boolean }>;
  close(): Promise<void>;
}

const plenty = { anonymous: 1e9, read: 1e9, ledger: 1e9, admin: 1e9 };

/** Keys that are their scope's name. */
const keys: AppOptions['keys'] = {
  fromHeader: async (header) =>
    header ? callerOf(header.replace('Bearer ', '')) : { scope: null, keyId: null },
  fromKey: async (key) => callerOf(key),
};

function callerOf(key: string): Caller {
  if (key === 'read' || key === 'ledger') return { scope: key, keyId: key === 'read' ? 1 : 2 };
  throw new TacitError('UNAUTHENTICATED');
}

class WatchedReadPath extends ReadPath {
  answered = 0;

  override async answer(asked: Asked): ReturnType<ReadPath['answer']> {
    const answer = await super.answer(asked);
    if (answer !== null) this.answered += 1;
    return answer;
  }
}

export async function openTwoApis(database: Database, longestOperation?: number): Promise<TwoApis> {
  const documents = new PersistedDocuments();
  const logger = createLogger('silent');
  const graph = await createGraph({
    database,
    logger,
    documents,
    ...(longestOperation !== undefined && { longestOperation }),
  });
  const readPath = new WatchedReadPath(graph.schema, database, { documents });
  const options: Omit<AppOptions, 'readPath'> = {
    config: { trustProxy: false, publicUrl: undefined, maxUploadBytes: 1024 },
    logger,
    graph,
    keys,
    isAtHome: async () => false,
    imports: { service: undefined, reports: undefined } as never,
    checks: {},
    loadDashboard: async () => undefined,
  };
  const served = await createApp({ ...options, meter: new Meter(plenty, 1e6), readPath });
  const plain = await createApp({ ...options, meter: new Meter(plenty, 1e6) });
  const ask = async (app: FastifyInstance, { key, ...operation }: Operation): Promise<Reply> => {
    const { statusCode, headers, body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: operation,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });
    return { status: statusCode, headers, body };
  };
  return {
    graph,
    served,
    plain,
    ask,
    get fast() {
      return readPath.answered;
    },
    both: async (operation) => {
      const before = readPath.answered;
      const answers = { served: await ask(served, operation), plain: await ask(plain, operation) };
      return { ...answers, wasFast: readPath.answered > before };
    },
    close: async () => {
      await served.close();
      await plain.close();
      await graph.stop();
    },
  };
}

/** What must be equal of two replies: everything but moments, and what names the one request. */
export function comparable({ status, headers, body }: Reply): unknown {
  const others = Object.entries(headers).filter(
    ([name]) => !name.startsWith('ratelimit') && !['date', 'content-length', 'x-request-id'].includes(name),
  );
  const { errors, ...answer } = JSON.parse(body) as { errors?: { path?: unknown[]; extensions: object }[] };
  // Of rows that fail alike at the same time, which is met first is chance.
  const told = errors?.map(({ path, extensions, ...error }) => ({
    ...error,
    path: path?.map((step) => (typeof step === 'number' ? 0 : step)),
    extensions: { ...extensions, requestId: null },
  }));
  return { status, headers: Object.fromEntries(others), told, answer: inOrder(answer) };
}

/** Objects as lists of their fields, so that order counts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, below]) => [key, inOrder(below)]);
}
