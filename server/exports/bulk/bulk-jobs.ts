import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database/connect.ts';
import { reject, TacitError } from '../../errors/tacit-error.ts';
import type { RowFilter } from '../earnings.sql.ts';
import type { ExportFormat } from '../export-format.ts';
import type { LedgerAtRelease } from '../find-ledger.ts';
import { isSigned, readSigningKey, signedPath } from './signed-address.ts';
import { writeBulk } from './write-bulk.ts';

export type BulkState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** A ledger on its way into a file. */
export interface BulkJob {
  readonly id: string;
  readonly ledger: LedgerAtRelease;
  readonly filter: RowFilter;
  readonly format: ExportFormat;
  readonly file: string;
  state: BulkState;
  rowsWritten: number;
  bytes: number | null;
  /** Why there is no file. */
  failure: string | null;
  /** When the file goes; milliseconds since 1970. */
  expiresAt: number;
}

/** Files are kept, and addresses hold, this long. */
const keptFor = 60 * 60_000;
/** One is written at a time; more than this many do not wait. */
const mostWaiting = 10;

const endings: Record<ExportFormat, string> = {
  csv: 'csv',
  jsonl: 'jsonl',
  parquet: 'parquet',
  package: 'zip',
};

/** Writes whole ledgers to files, one after another, and keeps each for an hour. */
export class BulkJobs {
  readonly #database: Database;
  readonly #folder: string;
  readonly #jobs = new Map<string, BulkJob>();
  readonly #stopped = new AbortController();
  #last: Promise<void> = Promise.resolve();

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  /** Takes away what an earlier process left: its jobs are forgotten, so nobody can ask for their files. */
  async sweep(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const left = names.filter((name) => name !== 'address.key');
    await Promise.all(left.map((name) => rm(join(this.#folder, name), { recursive: true, force: true })));
  }

  /** Begins, or queues, the writing of a ledger. CONFLICT where too many wait. */
  start(ledger: LedgerAtRelease, filter: RowFilter, format: ExportFormat): BulkJob {
    const waiting = [...this.#jobs.values()].filter(({ state }) => state === 'WAITING');
    if (waiting.length >= mostWaiting)
      reject('CONFLICT', `${mostWaiting} exports are waiting to be written; try again in some minutes.`);
    const id = randomUUID();
    const file = `${id}.${endings[format]}`;
    const expiresAt = Date.now() + keptFor;
    const job: BulkJob = {
      id,
      ledger,
      filter,
      format,
      file,
      state: 'WAITING',
      rowsWritten: 0,
      bytes: null,
      failure: null,
      expiresAt,
    };
    this.#jobs.set(id, job);
    this.#last = this.#last.then(() => this.#run(job));
    return job;
  }

  find(id: string): BulkJob | undefined {
    const job = this.#jobs.get(id);
    return job && job.expiresAt > Date.now() ? job : undefined;
  }

  /** Where the file of a finished job can be had until it goes. */
  async address(job: BulkJob): Promise<string | null> {
    if (job.state !== 'DONE') return null;
    return signedPath(await readSigningKey(this.#folder), job.file, Math.floor(job.expiresAt / 1000));
  }

  /** The folder and job of a signed address; FORBIDDEN where the signature is not ours or no longer holds. */
  async open(file: string, expires: number, given: string): Promise<{ folder: string; job: BulkJob }> {
    const key = await readSigningKey(this.#folder);
    if (!isSigned(key, { file, expires, given, now: Date.now() }))
      reject('FORBIDDEN', 'This address has expired or was changed: ask bulkExportJob for a new one.');
    const job = this.find(file.slice(0, file.indexOf('.')));
    return { folder: this.#folder, job: job ?? reject('NOT_FOUND', 'This export is no longer kept.') };
  }

  async close(): Promise<void> {
    this.#stopped.abort(new TacitError('SERVICE_UNAVAILABLE', 'The server is stopping.'));
    await this.#last;
  }

  async #run(job: BulkJob): Promise<void> {
    const path = join(this.#folder, job.file);
    const { signal } = this.#stopped;
    try {
      signal.throwIfAborted();
      job.state = 'RUNNING';
      await mkdir(this.#folder, { recursive: true });
      const onRows = (count: number): void => void (job.rowsWritten += count);
      await writeBulk(this.#database, { ...job, path, onRows, signal });
      job.bytes = (await stat(path)).size;
      job.expiresAt = Date.now() + keptFor;
      job.state = 'DONE';
    } catch (error) {
      job.state = 'FAILED';
      job.failure = error instanceof TacitError ? error.message : 'The file could not be written.';
    }
    setTimeout(() => {
      this.#jobs.delete(job.id);
      void rm(path, { force: true });
    }, keptFor).unref();
  }
}
