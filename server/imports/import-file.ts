import type { Database } from '../database/connect.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportOptions, ImportRequest, InputFile } from './import-request.ts';
import { demandSlug } from './ledger/dataset-row.ts';
import { Phases } from './ledger/phases.ts';
import { publishFiles } from './ledger/publish-files.ts';
import { RejectionLog } from './ledger/rejection-log.ts';
import { readProfessions } from './ledger/professions.ts';
import { openSources, type OpenedSource } from './open-sources.ts';

/** Brings one file into a release of a dataset: all of it or, with the bad rows named, nothing. */
export function importFile(
  database: Database,
  { input, name, format, delimiter, encoding, missingValues, ...options }: ImportRequest,
): Promise<ImportReport> {
  return importFiles(database, [{ input, name, format, delimiter, encoding, missingValues }], options);
}

/**
 * Brings several files of one shape into one release. Throws a coded error, with nothing changed, where the files
 * cannot be read as they are mapped; bad rows are no error but are reported.
 */
export async function importFiles(
  database: Database,
  files: readonly InputFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  const began = performance.now();
  const phases = new Phases();
  demandSlug(options.dataset.slug);
  const professions = await readProfessions(database.pool);
  const sources: OpenedSource[] = [];
  const log = new RejectionLog(options.rejectionFile);
  try {
    await phases.time('OPENING', () => openSources(files, options, sources));
    const published = await publishFiles(database, { sources, options, professions, log, phases });
    const rejectionFile = await log.close();
    return {
      ...published,
      dataset: options.dataset.slug,
      dryRun: options.dryRun ?? false,
      files: sources.map(({ table, sha256 }) => ({
        name: table.name,
        sha256: sha256 ?? table.sha256(),
        format: table.format,
        encoding: table.encoding,
        delimiter: table.delimiter,
      })),
      rowsRejected: log.rows,
      cellsRejected: log.cells,
      rejections: log.first,
      rejectionFile,
      seconds: (performance.now() - began) / 1000,
      phases: phases.seconds,
    };
  } catch (error) {
    await log.discard();
    throw error;
  } finally {
    for (const { table } of sources) await table.close();
  }
}
