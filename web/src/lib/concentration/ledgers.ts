import { ask } from '../api/ask.ts';
import type { GraphLocale } from '../api/common.ts';
import { ledgersPage, type LedgerName } from '../api/concentration-ledgers.ts';

/** Every ledger that the visitor may see. */
export async function readLedgers(locale: GraphLocale): Promise<LedgerName[]> {
  const from = async (after: string | null): Promise<LedgerName[]> => {
    const { datasets } = await ask(ledgersPage, { locale, after });
    const { hasNextPage, endCursor } = datasets.pageInfo;
    return hasNextPage ? [...datasets.nodes, ...(await from(endCursor))] : datasets.nodes;
  };
  return from(null);
}
