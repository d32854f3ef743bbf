import { reject } from '../../errors/tacit-error.ts';
import { requireVisible } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { concentrationOf, type ConcentrationType } from '../concentration/index.ts';
import type { Distribution } from '../earning-filter/index.ts';
import { ConcentrationDifferenceType } from './concentration-difference.type.ts';
import type { ConcentrationSide } from './concentration-side.input.ts';
import { Differences } from './differences.ts';

/**
 * The difference of two concentrations, each let through its own door first. Rejects as each of them would, and with
 * BAD_USER_INPUT for a slug that no dataset has.
 */
export async function concentrationDifferenceOf(
  context: Context,
  first: ConcentrationSide,
  second: ConcentrationSide,
): Promise<ConcentrationDifferenceType> {
  const sides = await Promise.all([sideOf(context, first), sideOf(context, second)]);
  const [one, other] = sides;
  const told = sides.every(({ suppression }) => suppression === null);
  const paired = areDrawnTogether(one, other);
  const people = (side: ConcentrationType): Promise<Distribution> => side.answer.measure.everyone();
  return Object.assign(new ConcentrationDifferenceType(), {
    first: one,
    second: other,
    paired,
    // Everybody's totals are read for an interval only.
    readDifferences: async () =>
      told ? Differences.of(await people(one), await people(other), paired) : null,
  });
}

async function sideOf(context: Context, side: ConcentrationSide): Promise<ConcentrationType> {
  const { dataset: slug, measure, filter, release } = side;
  const versions = [...(await context.versions.all()).values()];
  const known = versions.find((dataset) => dataset.slug === slug);
  if (known === undefined)
    return reject(
      'BAD_USER_INPUT',
      `There is no dataset "${slug}". The field datasets lists those there are.`,
    );
  requireVisible(context.access, known);
  const dataset = await context.loaders.the(DatasetType, known.id);
  return concentrationOf(context, dataset, { measure, filter, release });
}

/**
 * People of one dataset are in both. On protected data an interval that depends on who is in both of two cells would
 * tell how many are: there only where the cells are of the same earnings.
 */
function areDrawnTogether({ answer: a }: ConcentrationType, { answer: b }: ConcentrationType): boolean {
  if (a.scope.dataset.rowId !== b.scope.dataset.rowId) return false;
  if (!a.door.guarded) return true;
  const asked = ({ scope }: typeof a): string => JSON.stringify([scope.ledger.version, scope.conditions]);
  return asked(a) === asked(b);
}
