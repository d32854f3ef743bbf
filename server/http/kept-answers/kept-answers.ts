import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Purse } from '../../access/index.ts';
import type { Database } from '../../database/connect.ts';
import { accessOf } from '../../graphql/access.ts';
import { cacheControl, isKnown, tagOf } from '../../graphql/etag-plugin.ts';
import type { OwnNames } from '../../graphql/own-names.ts';
import { hashOf } from '../../graphql/persisted-documents.ts';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import { current } from '../../signals/current.ts';
import { operationBegan, operationEnded } from '../../signals/operations.ts';
import { unpacks } from '../coding.ts';
import { operationOf, type SentOperation } from '../operation.ts';
import { isKeepable } from './keepable.ts';
import { asGzip, asText, bytesOf, keptBody, type KeptBody } from './kept-body.ts';

/** What was answered, to the end of its data, and of which state of the datasets. */
interface Kept {
  state: string;
  body: KeptBody;
  requested: number;
  actual: number;
  tag: string;
}

/** A question, and the state of the datasets when it was asked. */
interface Asked {
  key: string;
  state: string;
}

/** What answers rest on: whatever is published, erased or retired writes a dataset's row anew, and new seeds their checksum. */
const stateQuery = {
  name: 'kept_answers_state',
  // A database that does not answer is Apollo's to speak of.
  query_timeout: 2000,
  text: `select coalesce(string_agg(id || ':' || xmin::text, ' ' order by id), '') || ' ' ||
      coalesce((select value from setting where key = 'seeds.checksum'), '') as state,
    coalesce(bool_or(protected), false) as guarded from dataset`,
};

/** The end of what Apollo answers: what the operation may have cost, and did. */
const ending =
  /,"extensions":\{"cost":\{"requested":(\d+),"actual":(\d+),"limit":\d+,"remaining":\d+\}\}\}\n?$/;

/**
 * Answers that Apollo gave and would give again: kept by question and by the state of the datasets, in a bounded store. An
 * answer to whoever may read protected ledgers is not kept where there are any, since reading those is noted.
 */
export class KeptAnswers {
  readonly #schema: GraphQLSchema;
  readonly #pool: Database['pool'];
  readonly #names: OwnNames;
  readonly #keepable = new LRUCache<string, { keeps: boolean }>({
    maxSize: 2 ** 20,
    sizeCalculation: (_keeps, text) => text.length + 100,
  });
  readonly #answers = watchCache(
    'answers',
    new LRUCache<string, Kept>({
      maxSize: mostBytesOf.answers,
      maxEntrySize: mostBytesOf.answers / 3,
      sizeCalculation: ({ body }, key) => bytesOf(body) + key.length + 300,
    }),
  );
  readonly #asked = new WeakMap<FastifyRequest, Asked>();
  /** Those that are sent and will be kept in a moment: whoever asks the same waits for it. */
  readonly #keeping = new Map<string, Promise<void>>();

  constructor(schema: GraphQLSchema, { pool }: Pick<Database, 'pool'>, names: OwnNames) {
    this.#schema = schema;
    this.#pool = pool;
    this.#names = names;
  }

  /** The answer that was given to the same question, if nothing has changed since; undefined where Apollo has to answer. */
  async find(request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer | undefined> {
    const began = performance.now();
    const operation = operationOf(request);
    const { purse } = request;
    if (purse === null || operation?.query == null || !this.#keeps(operation.query)) return undefined;
    const access = accessOf(request);
    const { rows } = await this.#pool.query<{ state: string; guarded: boolean }>(stateQuery);
    const { state, guarded } = rows[0]!;
    if (guarded && access.mayReadLedgers) return undefined;
    const { query, operationName, variables } = operation;
    const key = JSON.stringify([query, operationName, variables, access.scope ?? null]);
    this.#asked.set(request, { key, state });
    await this.#keeping.get(key);
    const kept = this.#answers.get(key);
    const holds = kept?.state === state;
    noteCache('answers', holds);
    if (kept === undefined || !holds || !(await pay(purse, kept))) return undefined;
    request.deadline?.end();
    this.#tell(operation, kept, began);
    return written(kept, operation, request, reply);
  }

  /** Keeps what Apollo answered, if nothing changed while it did. */
  async keep(request: FastifyRequest, { statusCode }: FastifyReply, payload: unknown): Promise<void> {
    const asked = this.#asked.get(request);
    if (asked === undefined || statusCode !== 200 || typeof payload !== 'string') return;
    const end = ending.exec(payload.slice(-200));
    if (end === null || !payload.startsWith('{"data":{')) return;
    const keeping = this.#put(asked, payload, end).catch(() => undefined);
    this.#keeping.set(asked.key, keeping);
    await keeping;
    if (this.#keeping.get(asked.key) === keeping) this.#keeping.delete(asked.key);
  }

  async #put({ key, state }: Asked, payload: string, end: RegExpExecArray): Promise<void> {
    const { rows } = await this.#pool.query<{ state: string }>(stateQuery);
    if (rows[0]!.state !== state) return;
    const told = payload.slice(0, payload.length - end[0].length);
    const tag = tagOf(told.slice('{"data":'.length));
    const [requested, actual] = [Number(end[1]), Number(end[2])];
    const body = await keptBody(told);
    this.#answers.set(key, { state, body, requested, actual, tag });
  }

  #keeps(text: string): boolean {
    let known = this.#keepable.get(text);
    if (known === undefined) this.#keepable.set(text, (known = { keeps: isKeepable(this.#schema, text) }));
    return known.keeps;
  }

  /** Counted as any other operation is. */
  #tell({ query }: SentOperation, { requested, actual }: Kept, began: number): void {
    const told = {
      current: current(),
      name: this.#names.nameOf(hashOf(query ?? '')),
      kind: 'query' as const,
    };
    if (told.current) told.current.operation = told.name;
    if (operationBegan.hasSubscribers) operationBegan.publish(told);
    const seconds = (performance.now() - began) / 1000;
    if (operationEnded.hasSubscribers)
      operationEnded.publish({ ...told, seconds, codes: [], requested, actual });
  }
}

/** Takes what the answer cost, as it would be taken again; false, and nothing taken, where there is not so much. */
async function pay(purse: Purse, { requested, actual }: Kept): Promise<boolean> {
  if (!(await purse.take(Math.max(0, requested - purse.entered)))) return false;
  await purse.giveBack(Math.max(purse.entered, requested) - Math.max(purse.entered, actual));
  return true;
}

async function written(
  { body, tag, requested, actual }: Kept,
  { contentType }: SentOperation,
  { method, headers, purse }: FastifyRequest,
  reply: FastifyReply,
): Promise<string | Buffer> {
  void reply.header('content-type', contentType);
  if (method === 'GET') {
    void reply.headers({ etag: tag, 'cache-control': cacheControl(headers.authorization) });
    if (isKnown(tag, headers['if-none-match'])) {
      void reply.code(304);
      return '';
    }
  }
  const { limit, remaining } = purse!.standing;
  const cost = JSON.stringify({ requested, actual, limit, remaining });
  const ending = `,"extensions":{"cost":${cost}}}\n`;
  const packed = unpacks(headers['accept-encoding'], 'gzip') ? await asGzip(body, ending) : null;
  if (packed === null) return asText(body, ending);
  void reply.header('content-encoding', 'gzip');
  return packed;
}
