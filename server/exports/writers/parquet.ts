import { on } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EarningRows } from '../earning-rows.ts';
import type { LedgerAtRelease } from '../find-ledger.ts';
import type { ParquetTask, Written } from './parquet-thread.ts';

/** So much text is sent to the thread at once, and so many of these are on their way there. */
const parcel = 2 ** 20;
const mostAhead = 4;

/**
 * Parquet, written by a thread of its own, so that who asks for other things does not wait. Numbers are doubles: up to 15
 * digits they come back as they went in. What the ledger is, its licence and citation stand in the file's own metadata.
 */
export async function* writeParquet(
  { columns, read }: EarningRows,
  ledger: LedgerAtRelease,
): AsyncGenerator<Uint8Array> {
  const workerData: ParquetTask = { columns, metadata: metadataOf(ledger) };
  const worker = new Worker(new URL(`./parquet-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData,
    execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
  });
  // Listens from the start: what is answered before it is waited for is kept, and a failure is thrown by the next wait.
  const answers = on(worker, 'message');
  const answer = async (): Promise<Uint8Array> => ((await answers.next()).value as [Written])[0];
  try {
    let ahead = 0;
    for await (const text of parcels(read('text'))) {
      worker.postMessage(text, [text.buffer]);
      if ((ahead += 1) < mostAhead) continue;
      yield await answer();
      ahead -= 1;
    }
    worker.postMessage(null);
    // One answer for each parcel that is still out, and one for the end.
    for (; ahead >= 0; ahead -= 1) yield await answer();
  } finally {
    await answers.return?.();
    await worker.terminate();
  }
}

/** Parts put together to what is worth sending; each has its memory to itself. */
async function* parcels(parts: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const part of parts) {
    held.push(part);
    length += part.length;
    if (length < parcel) continue;
    yield joined(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield joined(held, length);
}

function joined(parts: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function metadataOf(ledger: LedgerAtRelease): { key: string; value: string }[] {
  const { slug, kind, title, about, release, publishedAt, checksum, licence, citation } = ledger;
  return Object.entries({
    dataset: slug,
    kind,
    title: title.en,
    about: about.en,
    release: String(release),
    published: publishedAt.toISOString(),
    checksum,
    licence: licence ?? '',
    citation: citation ?? '',
  }).map(([key, value]) => ({ key: `tacit.${key}`, value }));
}
