import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { BulkJob } from './bulk-job.ts';

/** A process that has not been seen for so long is gone; what it wrote is begun again. */
export const goneAfter = '15 seconds';
/** A ledger that three processes died at is not tried again. */
const mostAttempts = 3;

const jobs = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom('bulk_export')
    .innerJoin('dataset', 'dataset.id', 'bulk_export.dataset_id')
    .select([
      'bulk_export.id',
      'release',
      'filter',
      'format',
      'state',
      'rows_written as rowsWritten',
      'bytes',
      'failure',
      'expires_at as expiresAt',
      'place',
      'slug',
      'kind',
      'licence',
      'citation',
      'protected',
    ]);

/** A job that is still kept. */
export async function findJob(kysely: Kysely<Tables>, id: string): Promise<BulkJob | undefined> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined;
  const row = await jobs(kysely)
    .where('bulk_export.id', '=', id)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { slug, kind, licence, citation, protected: isProtected, ...job } = row;
  return { ...job, dataset: { slug, kind, licence, citation, protected: isProtected } } as BulkJob;
}

/** How many wait for their turn in a place. */
export async function countWaiting(kysely: Kysely<Tables>, place: string): Promise<number> {
  const { waiting } = await kysely
    .selectFrom('bulk_export')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('place', '=', place)
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow();
  return waiting;
}

export interface Taken {
  id: string;
  attempts: number;
}

/**
 * Takes the next job of a place: the oldest that waits, or that was left by a process that is gone. None while another is being
 * written there, and each by one process only. Returns its id, and which attempt at it this is.
 */
export async function takeJob(kysely: Kysely<Tables>, place: string): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    update bulk_export set state = 'RUNNING', attempts = attempts + 1, seen_at = now(), rows_written = 0
    where id = (
      select id from bulk_export job
      where place = ${place} and ${isFree('job')} and attempts < ${mostAttempts} and not exists (
        select from bulk_export busy where busy.place = ${place} and state = 'RUNNING' and not ${isFree('busy')}
      )
      order by created_at limit 1 for update skip locked
    ) returning id, attempts`.execute(kysely);
  return rows[0];
}

function isFree(job: string) {
  return sql`(${sql.ref(`${job}.state`)} = 'WAITING' or (${sql.ref(`${job}.state`)} = 'RUNNING'
    and ${sql.ref(`${job}.seen_at`)} < now() - ${sql.lit(goneAfter)}::interval))`;
}

/** Forgets what is over, and gives up what every process died at. */
export async function forgetJobs(kysely: Kysely<Tables>): Promise<void> {
  await kysely
    .deleteFrom('bulk_export')
    .where('expires_at', '<=', sql<Date>`now()`)
    .execute();
  await kysely
    .updateTable('bulk_export')
    .set({ state: 'FAILED', failure: 'The file could not be written.' })
    .where('state', '=', 'RUNNING')
    .where('attempts', '>=', mostAttempts)
    .where('seen_at', '<', sql<Date>`now() - ${sql.lit(goneAfter)}::interval`)
    .execute();
}

/** The ids of all jobs that a place has, or will have, files of. */
export async function jobsIn(kysely: Kysely<Tables>, place: string): Promise<Set<string>> {
  const rows = await kysely
    .selectFrom('bulk_export')
    .select('id')
    .where('place', '=', place)
    .where('state', '!=', 'FAILED')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
