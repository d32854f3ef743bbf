import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { rejectionReasons } from '../rejection.ts';
import { asCell, isRecord, pathsOf, valueAt } from './paths.ts';
import { sampleLength, takeSample, type ReadTable, type RowFault, type SourceRow } from './table.ts';

/** A record with where it stands, or why there is none. */
export interface SourceRecord {
  line: number;
  value: unknown;
  fault?: RowFault;
}

const notARecord: RowFault = { code: 'NOT_A_RECORD', reason: rejectionReasons.NOT_A_RECORD };

/** Turns streamed records into a table whose columns are the paths that the first records have. */
export async function openRecords(
  batches: AsyncGenerator<SourceRecord[]>,
  { name, position }: { name: string; position: ReadTable['position'] },
): Promise<ReadTable> {
  const { first, rest } = await takeSample(batches);
  const sampled = first.slice(0, sampleLength);
  const columns = [...new Set(sampled.flatMap(({ value }) => pathsOf(value)))];
  if (sampled.length === 0) reject('BAD_USER_INPUT', said`${name} has no rows.`);
  if (columns.length === 0)
    reject('BAD_USER_INPUT', said`${name} has no records with named values in its first rows.`);

  const project = ({ line, value, fault }: SourceRecord, wanted: readonly string[]): SourceRow => {
    const at = fault ?? (isRecord(value) ? undefined : notARecord);
    if (at !== undefined) return { line, cells: [], fault: at };
    return { line, cells: wanted.map((path) => asCell(valueAt(value, path))) };
  };
  return {
    position,
    columns,
    sample: sampled.map((record) => project(record, columns)),
    async *rows(wanted) {
      for (let start = 0; start < first.length; start += sampleLength) {
        yield first.slice(start, start + sampleLength).map((record) => project(record, wanted));
      }
      first.length = 0;
      for await (const batch of rest) yield batch.map((record) => project(record, wanted));
    },
  };
}
