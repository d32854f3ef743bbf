import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { reject, TacitError } from '../../errors/tacit-error.ts';
import type { RowFilter } from '../earnings.sql.ts';
import type { ExportFormat } from '../export-format.ts';
import { findLedger, type LedgerAtRelease } from '../find-ledger.ts';
import { fileOf, type BulkJob } from './bulk-job.ts';
import { countWaiting, findJob, forgetJobs, jobsIn, takeJob, type Taken } from './bulk-jobs.sql.ts';
import { placeOf, removeFilesOf, removeOrphans } from './place.ts';
import { isSigned, readSigningKey, signedPath } from './signed-address.ts';
import { writeBulk } from './write-bulk.ts';

/** Files are kept, and addresses hold, this long; in seconds. */
const keptFor = 60 * 60;
/** One is written at a time; more than this many do not wait. */
const mostWaiting = 10;
/** How often is looked for what other processes have left, and told that this one lives; in milliseconds. */
const lookEvery = 5000;

/**
 * Writes whole ledgers to files, one after another, and keeps each for an hour. The jobs are rows of the database: any process
 * tells how far they are, and those with the same folder finish what one of them died at.
 */
export class BulkJobs {
  readonly #database: Database;
  readonly #folder: string;
  readonly #stopped = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #working: Promise<void> | null = null;
  #again = false;

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
    this.#timer = setInterval(() => this.#work(), lookEvery).unref();
  }

  /** Takes away files that nobody can ask for any more, and goes on with what an earlier process was at. */
  async sweep(): Promise<void> {
    await this.#forget();
    this.#work();
  }

  /** Begins, or queues, the writing of a ledger. CONFLICT where too many wait. */
  async start(ledger: LedgerAtRelease, filter: RowFilter, format: ExportFormat): Promise<BulkJob> {
    const { kysely } = this.#database;
    const place = await placeOf(this.#folder);
    if ((await countWaiting(kysely, place)) >= mostWaiting)
      reject('CONFLICT', `${mostWaiting} exports are waiting to be written; try again in some minutes.`);
    const id = randomUUID();
    await kysely
      .insertInto('bulk_export')
      .values({
        id,
        place,
        dataset_id: ledger.datasetId,
        release: ledger.release,
        format,
        filter: JSON.stringify(filter),
        expires_at: expiry,
      })
      .execute();
    this.#work();
    return (await this.find(id))!;
  }

  find(id: string): Promise<BulkJob | undefined> {
    return findJob(this.#database.kysely, id);
  }

  /** Where the file of a finished job can be had until it goes; null where it is in a folder that this process does not see. */
  async address(job: BulkJob): Promise<string | null> {
    if (job.state !== 'DONE' || job.place !== (await placeOf(this.#folder))) return null;
    const key = await readSigningKey(this.#folder);
    return signedPath(key, fileOf(job), Math.floor(job.expiresAt.getTime() / 1000));
  }

  /** The folder and job of a signed address; FORBIDDEN where the signature is not ours or no longer holds. */
  async open(file: string, expires: number, given: string): Promise<{ folder: string; job: BulkJob }> {
    const key = await readSigningKey(this.#folder);
    if (!isSigned(key, { file, expires, given, now: Date.now() }))
      reject('FORBIDDEN', 'This address has expired or was changed: ask bulkExportJob for a new one.');
    const job = await this.find(file.slice(0, file.indexOf('.')));
    return { folder: this.#folder, job: job ?? reject('NOT_FOUND', 'This export is no longer kept.') };
  }

  /** Stops; what is half written is begun again by the next process. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopped.abort(new TacitError('SERVICE_UNAVAILABLE', 'The server is stopping.'));
    await this.#working;
  }

  /** Writes what there is to write, unless this process is at it; then it looks once more when it is done. */
  #work(): void {
    this.#again = true;
    if (this.#stopped.signal.aborted) return;
    this.#working ??= this.#writeAll()
      // The database is away, say: the next look is soon.
      .catch(() => undefined)
      .finally(() => {
        this.#working = null;
        if (this.#again && !this.#stopped.signal.aborted) this.#work();
      });
  }

  async #writeAll(): Promise<void> {
    this.#again = false;
    await this.#forget();
    const place = await placeOf(this.#folder);
    while (!this.#stopped.signal.aborted) {
      const taken = await takeJob(this.#database.kysely, place);
      const job = taken && (await this.find(taken.id));
      if (job === undefined) return;
      await this.#write(job, taken!);
    }
  }

  async #forget(): Promise<void> {
    await forgetJobs(this.#database.kysely);
    await removeOrphans(this.#folder, await jobsIn(this.#database.kysely, await placeOf(this.#folder)));
  }

  async #write(job: BulkJob, taken: Taken): Promise<void> {
    const { signal } = this.#stopped;
    const path = join(this.#folder, fileOf(job));
    let rows = 0;
    const alive = setInterval(
      () => void this.#note(taken, { rows_written: rows }).catch(() => undefined),
      1000,
    );
    try {
      await removeFilesOf(this.#folder, job.id);
      const question = { slug: job.dataset.slug, release: job.release, access: { mayReadLedgers: true } };
      const ledger = await findLedger(this.#database, question);
      const onRows = (count: number): void => void (rows += count);
      await writeBulk(this.#database, { ...job, ledger, path, onRows, signal });
      const { size } = await stat(path);
      await this.#note(taken, { state: 'DONE', rows_written: rows, bytes: size, expires_at: expiry });
    } catch (error) {
      const failure = error instanceof TacitError ? error.message : 'The file could not be written.';
      // Whoever starts next takes it up again; this start was not its fault.
      if (signal.aborted) await this.#note(taken, { state: 'WAITING', attempts: sql`attempts - 1` });
      else await this.#note(taken, { state: 'FAILED', failure });
    } finally {
      clearInterval(alive);
    }
  }

  /** Tells how it stands, unless another process has taken it over meanwhile, or what it holds may be kept no more. */
  async #note({ id, attempts }: Taken, change: object): Promise<void> {
    await this.#database.kysely
      .updateTable('bulk_export')
      .set({ seen_at: sql`now()`, ...change })
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('state', '=', 'RUNNING')
      .execute();
  }
}

const expiry = sql<Date>`now() + make_interval(secs => ${sql.lit(keptFor)})`;
