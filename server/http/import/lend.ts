import { isDrawnAtHome } from '../dashboard.ts';
import type { ImportReports } from './reports.ts';

/** Where the dashboard finds what its page /import shows. */
const importsKey = Symbol.for('tacit.imports');

/**
 * Gives the dashboard's page /import whether it must ask for a key, the limit of uploads and, by their ids, the
 * reports of those made without JavaScript.
 */
export function lendImports(reports: ImportReports, maxUploadBytes: number): void {
  const lent = {
    maxUploadBytes,
    needsKey: () => !isDrawnAtHome(),
    report: (id: string) => reports.find(id)?.report,
  };
  Object.assign(globalThis, { [importsKey]: lent });
}
