import { ProvenanceType } from '../provenance/provenance.type.ts';
import type { LedgerScope } from './ledger-scope.ts';

/** Where a number computed from a ledger comes from. */
export function provenanceOf({ dataset, ledger }: LedgerScope, n: number, method: string): ProvenanceType {
  return ProvenanceType.of({
    kind: dataset.kind,
    method,
    n,
    datasetId: dataset.rowId,
    release: ledger.version === 0 ? undefined : ledger.version,
    releaseId: ledger.releaseIds.at(-1),
  });
}
