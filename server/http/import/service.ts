import type { Readable } from 'node:stream';
import type { Database } from '../../database/connect.ts';
import { said } from '../../errors/said.ts';
import { TacitError } from '../../errors/tacit-error.ts';
import { importFile } from '../../imports/import-file.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { readPseudonymKey } from '../../imports/pseudonyms/pseudonym-key.ts';
import { previewIn, type Language } from './language.ts';
import { requireTarget, type ImportParameters } from './parameters.ts';
import { previewFile, type Preview } from './preview.ts';

export interface Arriving {
  file: Readable;
  name: string;
  parameters: ImportParameters;
  /** Who sends it, for the log of administration. */
  actor: string;
  /** The sender went away. */
  signal: AbortSignal;
}

/** What the routes of uploads do with them. */
export interface ImportService {
  run(arriving: Arriving & { rejectionFile: string }): Promise<ImportReport>;
  preview(arriving: Arriving & { partial: boolean; language: Language }): Promise<Preview>;
}

/** Uploads over a database. */
export function importService(database: Database, dataDir: string): ImportService {
  return {
    async run({ file, name, parameters, actor, signal, rejectionFile }) {
      const { mapping, dataset } = requireTarget(parameters);
      const busy = new AbortController();
      try {
        return await importFile(database, {
          ...parameters,
          mapping,
          dataset,
          actor,
          input: file,
          name,
          rejectionFile,
          pseudonymKey: await readPseudonymKey(dataDir),
          // A request that waits for another import holds a connection, and its sender does not know why.
          report: ({ phase }) => void (phase === 'WAITING' && busy.abort()),
          signal: AbortSignal.any([signal, busy.signal]),
        });
      } catch (error) {
        if (!busy.signal.aborted) throw error;
        throw new TacitError(
          'CONFLICT',
          said`Another import into "${dataset.slug}" is running: send the file again when it is done.`,
        );
      }
    },
    preview: async (arriving) => previewIn(arriving.language, await previewFile(arriving)),
  };
}
