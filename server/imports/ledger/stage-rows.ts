import type pg from 'pg';
import type { SourceRow } from '../readers/table.ts';
import type { EarningReader } from './earning-reader.ts';
import type { RejectionLog } from './rejection-log.ts';
import type { StagedEarning } from './staged-earning.ts';
import { copyIntoStaging, openStaging, type Staged } from './staging.ts';

export type Measure = 'UNITS' | 'AMOUNT' | 'HOURS' | 'IMPROVEMENT';

/** One file's rows and how they are read. */
export interface RowSource {
  /** Named in rejections where several files are read. */
  file?: string;
  rows: (wanted: readonly string[]) => AsyncIterable<readonly SourceRow[]>;
  reader: EarningReader;
}

export interface StageOptions {
  log: RejectionLog;
  /** Stage the good rows although others are bad. */
  keepGoing: boolean;
  /** Told after each batch how many rows were read so far. */
  onBatch?: (rowsRead: number) => void;
  signal?: AbortSignal;
}

export interface StagedRows extends Staged {
  rowsRead: number;
  /** Rows that could be loaded: all that were not rejected. */
  rowsKept: number;
  undated: number;
  measures: Set<Measure>;
}

/**
 * Reads rows into an empty staging table and the bad ones into the log. Where one bad row keeps all out, the rest is
 * still read, to name every fault at once, and no longer staged.
 */
export async function stageRows(
  client: pg.PoolClient,
  sources: readonly RowSource[],
  { log, keepGoing, onBatch, signal }: StageOptions,
): Promise<StagedRows> {
  const counts = { rowsRead: 0, rowsKept: 0, undated: 0, measures: new Set<Measure>() };
  const readBatch = async (
    batch: readonly SourceRow[],
    { file, reader }: RowSource,
  ): Promise<StagedEarning[]> => {
    const earnings: StagedEarning[] = [];
    for (const row of batch) {
      const read = reader.read(row);
      if ('earning' in read) {
        earnings.push(read.earning);
        if (read.earning.period === null) counts.undated += 1;
        noteMeasures(read.earning, counts.measures);
      } else {
        await log.add(
          file === undefined ? read.rejections : read.rejections.map((fault) => ({ file, ...fault })),
        );
      }
    }
    counts.rowsRead += batch.length;
    counts.rowsKept += earnings.length;
    return earnings;
  };
  async function* earnings(): AsyncGenerator<readonly StagedEarning[]> {
    for (const source of sources) {
      for await (const batch of source.rows(source.reader.wanted)) {
        signal?.throwIfAborted();
        const read = await readBatch(batch, source);
        onBatch?.(counts.rowsRead);
        if (keepGoing || log.rows === 0) yield read;
      }
    }
  }
  await openStaging(client);
  const staged = await copyIntoStaging(client, earnings());
  return { ...staged, ...counts };
}

function noteMeasures({ amountMinor, hours, improvement }: StagedEarning, measures: Set<Measure>): void {
  if (amountMinor !== null) measures.add('AMOUNT');
  if (hours !== null) measures.add('HOURS');
  if (improvement !== null) measures.add('IMPROVEMENT');
}
