import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { ImportOptions } from '../import-request.ts';
import type { OpenedSource } from '../open-sources.ts';
import { Pseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { checksumOf } from './checksum.ts';

/**
 * How files are read: a digest of all that decides, beside their bytes, what rows come of them. Whether they replace the
 * ledger or add to it stands before it.
 */
export function readingOf(sources: readonly OpenedSource[], options: ImportOptions): string {
  const { currencySigns = {}, keepGoing = false, mode = 'REPLACE', dataset, pseudonymKey } = options;
  const ways = sources.map(({ file, mapping, styles, table }) => [
    Object.entries(mapping.columns).sort(),
    [mapping.currency, mapping.sectorAll, styles.dateOrder, Object.entries(styles.numbers).sort()],
    [table.format, table.encoding, table.delimiter, table.columns, file.missingValues ?? []],
  ]);
  const key = new Pseudonymiser(pseudonymKey, dataset.slug).of('');
  const all = [ways, Object.entries(currencySigns).sort(), keepGoing, dataset.pseudonymous ?? false, key];
  return `${mode} ${createHash('sha256').update(JSON.stringify(all)).digest('hex')}`;
}

export interface SameFiles {
  /** The number of the release that was made from them. */
  release: number;
  /** Of each file. */
  sha256: string[];
}

/**
 * Finds out, by their bytes alone, that files are what a release was made from, read the same way, and that all of their rows
 * still stand. Null where that is not certain: streams, which are read once, among them.
 */
export async function findSameFiles(
  client: pg.PoolClient,
  datasetId: number,
  sources: readonly OpenedSource[],
  options: ImportOptions,
): Promise<SameFiles | null> {
  // Bad rows are told again each time, for which they must be read.
  if (options.keepGoing) return null;
  const [mode, digest] = readingOf(sources, options).split(' ');
  const { rows: candidates } = await client.query<{ number: number; checksum: string }>(
    `select number, checksum from release
     where dataset_id = $1 and altered_at is null and split_part(reading, ' ', 2) = $2
       and ($3 = 'APPEND' or reading like 'REPLACE %'
         and number = (select version from dataset where id = $1))
       and not exists (select from release later
         where later.dataset_id = $1 and later.number > release.number and later.rows_reversed > 0)
     order by number desc`,
    [datasetId, digest, mode],
  );
  if (candidates.length === 0) return null;
  const sha256: string[] = [];
  for (const { file } of sources) {
    if (typeof file.input !== 'string') return null;
    sha256.push(await sha256Of(file.input, options.signal));
  }
  const checksum = checksumOf(sha256);
  const same = candidates.find((candidate) => candidate.checksum === checksum);
  return same === undefined ? null : { release: same.number, sha256 };
}

async function sha256Of(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash, { signal });
  return hash.digest('hex');
}
