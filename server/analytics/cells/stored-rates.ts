import { findRates, type SeenLedger, type StoredRates } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { Dimension } from '../earning-filter/dimension.ts';
import type { LedgerScope } from '../earning-filter/ledger-scope.ts';
import { noteCache } from '../../signals/caches.ts';
import { keptRates } from './kept-cells.ts';
import { standardParts } from './standard-question.ts';

/** The stored hourly rates that answer a question, in every currency; null where it must be answered live. */
export async function storedRatesOf(
  context: Context,
  scope: LedgerScope,
  dimension: Dimension | null,
): Promise<readonly StoredRates[] | null> {
  const { dataset, release, ledger, conditions, named } = scope;
  const parts = standardParts(conditions, Measure.AMOUNT, dimension);
  if (!named || parts === null || ledger.version === 0) return null;
  if (parts.dimension !== 'ALL' && parts.dimension !== 'PROJECT') return null;
  const { dimension: asked, one } = parts;
  const key = typeof one === 'number' ? one : null;
  const { kysely, loaders, versions } = context;
  const known = await versions.all();
  const seen = (datasetId: number): SeenLedger => {
    const { version, alterations } = known.get(datasetId)!;
    return { datasetId, version: release ?? version, alterations };
  };
  const kept = keptRates(context);
  const nameOf = (id: number): string => JSON.stringify([seen(id), asked, key]);
  const own = kept.get(nameOf(dataset.rowId));
  noteCache('rates', own !== undefined);
  if (own !== undefined) return own;
  const batch = loaders.batch<number, StoredRates[] | null>(
    `rate cells ${JSON.stringify([asked, key, release])}`,
    async (ids) => {
      const found = await findRates(kysely, ids.map(seen), { dimension: asked, key });
      for (const [id, rates] of found) kept.set(nameOf(id), rates);
      return ids.map((id) => found.get(id) ?? null);
    },
  );
  return batch.load(dataset.rowId);
}
