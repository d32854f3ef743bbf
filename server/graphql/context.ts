import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Purse } from '../access/index.ts';
import type { Replicas } from '../database/replicas/replicas.ts';
import { routed } from '../database/replicas/routed.ts';
import { stoppable } from '../database/stoppable.ts';
import type { Tables } from '../database/tables.ts';
import type { BulkJobs } from '../exports/bulk/bulk-jobs.ts';
import type { PictureMaker } from '../figures/picture-maker.ts';
import { anonymous, type Access } from './access.ts';
import { Deadline, untilStopped, type DeadlineOptions } from './deadline.ts';
import { Loaders } from './loaders.ts';
import { noteReading } from './read-log.ts';
import { StatementCounter } from './statement-counter.ts';
import { currentVersions, Versions } from './versions.ts';

/** What one operation works with; made anew for each, shared with no other. */
export interface Context {
  requestId: string;
  access: Access;
  /** For what is administered; forked when it is asked for, since no list does. */
  readonly em: EntityManager;
  /** For what is written. */
  pool: Database['pool'];
  /** For what is read: a replica that has all that `versions` tells of, or the primary. */
  kysely: Kysely<Tables>;
  /** For what is read right after it was written, and for what a release does not tell of. */
  primary: Kysely<Tables>;
  /** Keeps the whole operation on the primary: it writes. */
  stayOnPrimary(): void;
  loaders: Loaders;
  versions: Versions;
  statements: { readonly count: number };
  /** When it has to be done; what it waits for stops then. */
  deadline: Deadline;
  /** Draws the pages' figures; undefined where no dashboard is there. */
  pictures: PictureMaker | undefined;
  /** Writes whole ledgers to files; undefined where there is no folder for them. */
  bulk: BulkJobs | undefined;
  /** Where this server is, as the caller knows it: http://localhost:4000. */
  origin: string;
  /** What the caller may still spend; null where nobody counts, as for our own pages. */
  purse: Purse | null;
  /** Whose allowance of new figures it is, also where nobody counts what is asked; null for whoever is at home. */
  maker: Purse | null;
  /** What the operation may cost, once it is priced. */
  requestedPoints: number;
  /** What it did cost, once it is answered. */
  actualPoints: number;
  /** Our pages check the names in their addresses themselves. */
  takesAnyName: boolean;
}

export interface ContextOptions {
  requestId?: string;
  access?: Access;
  /** One that has begun, or how long. */
  deadline?: DeadlineOptions | Deadline;
  pictures?: PictureMaker;
  bulk?: BulkJobs;
  origin?: string;
  purse?: Purse | null;
  maker?: Purse | null;
  takesAnyName?: boolean;
}

/** A database with the copies that reads may go to. */
export type ReadDatabase = Pick<Database, 'orm' | 'pool' | 'kysely'> & { replicas?: Replicas | undefined };

/** The context of one operation. */
export function createContext(
  { orm, pool, kysely: shared, replicas }: ReadDatabase,
  {
    requestId = randomUUID(),
    access = anonymous,
    deadline: time,
    pictures,
    bulk,
    purse = null,
    maker = purse,
    origin = '',
    takesAnyName = false,
  }: ContextOptions = {},
): Context {
  const { actor } = access;
  const statements = new StatementCounter();
  const deadline = time instanceof Deadline ? time : new Deadline(time);
  const stopping = stoppable(shared, deadline.signal);
  const primary = stopping.withPlugin(statements);
  // Which version holds is the primary's word; only then is anything read where that version has arrived.
  const versions = new Versions(() => untilStopped(deadline.signal, currentVersions(shared)));
  let writes = false;
  let em: EntityManager | undefined;
  const kysely =
    replicas === undefined
      ? primary
      : routed(
          stopping,
          async () => (writes ? undefined : replicas.pick([...(await versions.all()).values()])),
          deadline.signal,
        ).withPlugin(statements);
  return {
    requestId,
    access:
      actor === undefined ? access : { ...access, noteReading: (slug) => noteReading(shared, actor, slug) },
    get em() {
      return (em ??= orm.em.fork());
    },
    pool,
    kysely,
    primary,
    stayOnPrimary: () => {
      writes = true;
    },
    loaders: new Loaders(kysely),
    versions,
    statements,
    deadline,
    pictures,
    bulk,
    purse,
    maker,
    origin,
    requestedPoints: 0,
    actualPoints: 0,
    takesAnyName,
  };
}
