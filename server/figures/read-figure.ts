import { reject } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { figureIdPattern } from './figure-id.ts';
import { readFrozen, type FrozenFigure } from './figures.sql.ts';

/** A frozen figure as this caller may read it; one of a protected ledger asks for what the ledger asks for. */
export async function readFigureFor(
  { primary, access }: Pick<Context, 'primary' | 'access'>,
  id: string,
): Promise<FrozenFigure | null> {
  if (!figureIdPattern.test(id)) return null;
  const frozen = await readFrozen(primary, id);
  if (!frozen) return null;
  if (frozen.protected && !access.mayReadLedgers && !access.mayReadAggregates)
    reject(
      'FORBIDDEN',
      'The figure rests on a protected ledger: reading it needs a key with the scope "ledger".',
    );
  return frozen;
}
