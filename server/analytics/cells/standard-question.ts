import type { AskedParts, CellDimension } from '../../cells/index.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { beginsQuarter, endsQuarter, quarterOf } from '../earning-filter/quarters.ts';
import type { EarningConditions } from '../earning-filter/conditions.ts';
import { Dimension } from '../earning-filter/dimension.ts';

const dimensions: Record<Dimension, CellDimension> = {
  [Dimension.SECTOR]: 'SECTOR',
  [Dimension.PROFESSION]: 'PROFESSION',
  [Dimension.PROJECT]: 'PROJECT',
  [Dimension.QUARTER]: 'QUARTER',
  [Dimension.YEAR]: 'YEAR',
};

/** How cells call a dimension, and no dimension. */
export function cellDimensionOf(dimension: Dimension | null): CellDimension {
  return dimension === null ? 'ALL' : dimensions[dimension];
}

/**
 * The parts of a ledger that a question is about, if they have cells: the whole of it, all parts of a dimension, or one sector,
 * profession, project, quarter or year. Null for every other question, which is answered live.
 */
export function standardParts(
  conditions: EarningConditions,
  measure: Measure,
  dimension: Dimension | null,
): AskedParts | null {
  const { expert, platform, laboratory, country, currency } = conditions;
  if (expert !== null || platform !== null || laboratory !== null || country !== null) return null;
  // Of money the currency says which cell; of hours it would say which rows.
  if (currency !== null && measure !== Measure.AMOUNT) return null;
  const asked = [...partsNamed(conditions)];
  if (asked.includes(null)) return null;
  if (dimension !== null) return asked.length === 0 ? { dimension: dimensions[dimension], one: null } : null;
  if (asked.length === 0) return { dimension: 'ALL', one: 0 };
  return asked.length === 1 ? asked[0]! : null;
}

/** What each condition picks out; null for one that picks out more or other than one part. */
function* partsNamed(conditions: EarningConditions): Generator<AskedParts | null> {
  const { sector, profession, project, from, to } = conditions;
  if (sector !== null) yield named('SECTOR', 'sector', sector);
  if (profession !== null) yield named('PROFESSION', 'profession', profession);
  if (project !== null) yield project.length === 1 ? { dimension: 'PROJECT', one: project[0]! } : null;
  if (from !== null || to !== null) yield from === null || to === null ? null : periodOf(from, to);
}

function named(
  dimension: CellDimension,
  table: 'sector' | 'profession',
  names: readonly string[],
): AskedParts | null {
  return names.length === 1 ? { dimension, one: { table, name: names[0]! } } : null;
}

function periodOf(from: string, to: string): AskedParts | null {
  if (!beginsQuarter(from) || !endsQuarter(to)) return null;
  const [first, last] = [quarterOf(from), quarterOf(to)];
  if (first === last) return { dimension: 'QUARTER', one: first };
  return first % 4 === 0 && last === first + 3 ? { dimension: 'YEAR', one: Math.floor(first / 4) } : null;
}
