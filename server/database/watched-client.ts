import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { current } from '../signals/current.ts';
import { statementAnswered, type StatementSent } from '../signals/statements.ts';

type Callback = (error: Error | null | undefined, result: unknown) => void;

/** A client that tells of every statement it sends how long the answer took; while nobody listens it only asks whether. */
export class WatchedClient extends pg.Client {
  // pg's query has nine shapes; ours are told apart by what they hold.
  override query(...sent: unknown[]): never {
    const query = super.query.bind(this) as (...all: unknown[]) => unknown;
    const text = textOf(sent[0]);
    if (!statementAnswered.hasSubscribers || text === null) return query(...sent) as never;
    const told = begin(text, sent);
    const last = sent.at(-1);
    if (typeof last === 'function') {
      const answered: Callback = (error, result) => {
        told(error != null);
        (last as Callback)(error, result);
      };
      return query(...sent.slice(0, -1), answered) as never;
    }
    const answer = query(...sent) as Promise<unknown>;
    answer.then(
      () => told(false),
      () => told(true),
    );
    return answer as never;
  }
}

/** Its connections are lent to whoever asked, in whose name what follows is done, whoever gave them back. */
export class WatchedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(lent: Parameters<pg.Pool['connect']>[0]): void;
  override connect(lent?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    return lent === undefined ? super.connect() : super.connect(AsyncResource.bind(lent));
  }
}

/** The text of a statement; null for what is sent in parts (COPY, cursors). */
function textOf(first: unknown): string | null {
  if (typeof first === 'string') return first;
  if (typeof first !== 'object' || first === null || 'submit' in first) return null;
  return 'text' in first && typeof first.text === 'string' ? first.text : null;
}

function begin(sql: string, [first, second]: unknown[]): (failed: boolean) => void {
  const given = Array.isArray(second) ? second : (first as { values?: unknown }).values;
  const hasValues = Array.isArray(given) && given.length > 0;
  const sentAt = Date.now();
  const began = performance.now();
  const sentFor = current();
  return (failed) => {
    const took = performance.now() - began;
    statementAnswered.publish({
      current: sentFor,
      sql,
      hasValues,
      sentAt,
      took,
      failed,
    } satisfies StatementSent);
  };
}
