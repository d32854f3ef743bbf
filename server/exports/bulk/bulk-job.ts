import type { Tables } from '../../database/tables.ts';
import type { RowFilter } from '../earnings.sql.ts';
import type { ExportFormat } from '../export-format.ts';

export type BulkState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** A ledger on its way into a file. */
export interface BulkJob {
  readonly id: string;
  readonly dataset: Pick<Tables['dataset'], 'slug' | 'kind' | 'licence' | 'citation'> & {
    protected: boolean;
  };
  readonly release: number;
  readonly filter: RowFilter;
  readonly format: ExportFormat;
  readonly state: BulkState;
  readonly rowsWritten: number;
  readonly bytes: number | null;
  /** Why there is no file. */
  readonly failure: string | null;
  /** When the file goes. */
  readonly expiresAt: Date;
  /** The folder that its file is in. */
  readonly place: string;
}

const endings: Record<ExportFormat, string> = {
  csv: 'csv',
  jsonl: 'jsonl',
  parquet: 'parquet',
  package: 'zip',
};

/** The name of a job's file. */
export function fileOf({ id, format }: Pick<BulkJob, 'id' | 'format'>): string {
  return `${id}.${endings[format]}`;
}
