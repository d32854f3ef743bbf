import { requireReadable, requireVisible } from './access.ts';
import type { Context } from './context.ts';
import { parseNodeId, rowIdOf } from './node-id.ts';
import type { RowType, TableWithId } from './row-type.ts';

/** What a node may hold that decides who may read it. */
interface InDataset {
  datasetId?: number | null;
}

/**
 * The thing of one noun that an id names, null when there is none; FORBIDDEN when it lies in a dataset that is
 * protected from the caller.
 */
export async function findNode<Item extends object, Table extends TableWithId>(
  context: Context,
  type: RowType<Item, Table>,
  noun: string,
  id: string,
): Promise<Item | null> {
  const parsed = parseNodeId(id);
  const rowId = parsed?.noun === noun ? rowIdOf(parsed.key) : null;
  if (rowId === null) return null;
  const item = await context.loaders.one(type, rowId);
  if (item !== null) await (type.personal === true ? requireRows : requireNode)(context, item);
  return item;
}

/** Stops a caller who asks for rows of something in a dataset whose rows are protected from them. */
export async function requireRows({ access, versions }: Context, item: InDataset): Promise<void> {
  if (item.datasetId == null) return;
  const dataset = (await versions.all()).get(item.datasetId);
  if (dataset !== undefined) requireReadable(access, dataset);
}

/** Stops a caller who asks for a thing of a dataset that they may not know of. */
async function requireNode({ access, versions }: Context, item: InDataset): Promise<void> {
  if (item.datasetId == null) return;
  const dataset = (await versions.all()).get(item.datasetId);
  if (dataset !== undefined) requireVisible(access, dataset);
}
