import { sum } from 'd3-array';
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { hundredth, round, type Box } from './box.ts';
import { stripRows } from './strip-rows.ts';
import { clipText, labelSize, type MeasureText } from './text.ts';
import { fitTitle } from './treemap-titles.ts';

export type StageStep = 0 | 1 | 2 | 3 | 4;

export interface OccupationCell {
  readonly id: string;
  readonly label: string;
  readonly sector: string;
  /** Employment or wage bill: what the area shows. */
  readonly value: number;
  readonly stage: StageStep;
  readonly href?: string;
  /** When it reached each stage, as `stage@date`, for pages that recolour the cells by date. */
  readonly steps?: string;
}

export interface TreemapSector {
  readonly key: string;
  readonly label: string;
  /** Stands in where the label does not fit. */
  readonly short?: string;
  /** Where its name leads. */
  readonly href?: string;
}

export interface TreemapOptions {
  readonly width: number;
  readonly height?: number;
  readonly sectors: readonly TreemapSector[];
  readonly measure: MeasureText;
}

export interface PlacedCell extends Box {
  readonly cell: OccupationCell;
  /** Lines of its title, where they fit. */
  readonly lines: readonly string[];
}

export interface PlacedSector extends Box {
  readonly key: string;
  /** The sector's name; empty where not even its short form fits. */
  readonly label: string;
  /** Where the name begins; where it ends when a leader joins it to its sector. */
  readonly labelX: number;
  /** Its baseline. */
  readonly labelY: number;
  /** From a name that stands over its neighbour. */
  readonly leader: string | null;
  readonly value: number;
}

interface SectorCells extends TreemapSector {
  readonly cells: readonly OccupationCell[];
  readonly value: number;
}

const header = 20;
const baseline = 14;
const gap = 6;
const leading = 15;

/**
 * Every occupation as a cell inside its sector. Sectors stand in rows below their names, and one pixel is worth the
 * same in all of them: headings and gaps are taken from the height before areas are shared out. The order is by
 * value and code alone, so a cell keeps its place when its stage changes.
 */
export function occupationTreemap(cells: readonly OccupationCell[], options: TreemapOptions) {
  const { width, measure } = options;
  const narrow = width < 480;
  const height = options.height ?? Math.round(narrow ? width * 3 : width * 0.66);
  const size = narrow ? 12.5 : 13;
  const sectors = gather(cells, options.sectors);
  const placedSectors = placeSectors(sectors, width, height, measure);
  const placed = placedSectors.flatMap((box, index) => squarify(sectors[index]!.cells, box, size, measure));
  // A name below the last row asks for a line of its own.
  const below = Math.max(0, ...placedSectors.map(({ labelY }) => labelY + 6 - height));
  return {
    width,
    height: round(height + below),
    size,
    leading,
    header,
    sectors: placedSectors,
    cells: placed,
  };
}

/** Sectors by size with their occupations by size; cells without a value have no area and are left out. */
function gather(cells: readonly OccupationCell[], sectors: readonly TreemapSector[]): SectorCells[] {
  return sectors
    .map((sector) => {
      const members = cells
        .filter((cell) => cell.sector === sector.key && cell.value > 0)
        .toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
      return { ...sector, cells: members, value: sum(members, ({ value }) => value) };
    })
    .filter((sector) => sector.value > 0)
    .toSorted((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
}

function placeSectors(
  sectors: readonly SectorCells[],
  width: number,
  height: number,
  measure: MeasureText,
): PlacedSector[] {
  const size = labelSize(width);
  const ends = stripRows(
    sectors.map(({ value, label, short }) => ({
      value,
      minWidth: measure(short ?? label, size, 'strong') + 4,
    })),
    width,
    height,
  );
  const rows = ends.map((end, index) => sectors.slice(ends[index - 1] ?? 0, end));
  const room = (row: readonly SectorCells[]) => width - gap * (row.length - 1);
  const weight = (row: readonly SectorCells[]) => sum(row, ({ value }) => value) / room(row);
  const pixels = (height - rows.length * header - (rows.length - 1) * gap) / sum(rows, weight);
  const placed: PlacedSector[] = [];
  let y = 0;
  for (const row of rows) {
    const cellHeight = weight(row) * pixels;
    let x = 0;
    for (const { key, value, label, short } of row) {
      const own = (value * pixels) / cellHeight;
      const heading = [label, short ?? ''].find((text) => measure(text, size, 'strong') <= own) ?? '';
      placed.push({
        key,
        value,
        ...(heading
          ? { label: heading, labelX: x, labelY: y + baseline, leader: null }
          : nameElsewhere(
              [label, short ?? label],
              { x, y, width: own, height: header + cellHeight },
              row === rows.at(-1),
              placed,
              size,
              measure,
            )),
        x,
        y,
        width: own,
        height: header + cellHeight,
      });
      x += own + gap;
    }
    y += header + cellHeight + gap;
  }
  return placed;
}

/**
 * A name too long for its sector: it ends over the neighbour on its left, or stands below the last row, with a
 * leader; elsewhere it is cut.
 */
function nameElsewhere(
  [long, short]: readonly [string, string],
  own: Box,
  last: boolean,
  placed: readonly PlacedSector[],
  size: number,
  measure: MeasureText,
): Pick<PlacedSector, 'label' | 'labelX' | 'labelY' | 'leader'> {
  const left = placed.at(-1);
  const end = own.x - 5;
  const free =
    left?.y === own.y && !left.leader ? end - left.x - measure(left.label, size, 'strong') - 14 : 0;
  const middle = round(own.x + own.width / 2);
  const top = round(own.y);
  if (measure(short, size, 'strong') <= free)
    return {
      label: short,
      labelX: round(end),
      labelY: top + baseline,
      leader: `M${round(end + 2)} ${top + 10}H${middle}V${top + header}`,
    };
  if (last && !placed.some(({ y, leader }) => y === own.y && leader)) {
    const bottom = round(own.y + own.height);
    return {
      label: long,
      labelX: round(own.x + own.width),
      labelY: bottom + 22,
      leader: `M${middle} ${bottom + 1}V${bottom + 9}`,
    };
  }
  const cut = clipText(short, own.width, size, measure, 'strong');
  // Crumbs of a name are worse than none.
  return { label: cut.length > 5 ? cut : '', labelX: own.x, labelY: own.y + baseline, leader: null };
}

function squarify(
  cells: readonly OccupationCell[],
  box: Box,
  size: number,
  measure: MeasureText,
): PlacedCell[] {
  const root = hierarchy<{
    value?: number;
    cell?: OccupationCell;
    children?: { value: number; cell: OccupationCell }[];
  }>({
    children: cells.map((cell) => ({ value: cell.value, cell })),
  }).sum(({ value }) => value ?? 0);
  const laid = treemap<typeof root.data>()
    .tile(treemapSquarify.ratio(1.3))
    .size([box.width, box.height - header])(root);
  return laid.leaves().flatMap((node) => {
    const { cell } = node.data;
    if (!cell) return [];
    const placed = {
      x: hundredth(box.x + node.x0),
      y: hundredth(box.y + header + node.y0),
      width: hundredth(node.x1 - node.x0),
      height: hundredth(node.y1 - node.y0),
    };
    return [{ ...placed, cell, lines: fitTitle(cell.label, placed, size, leading, measure) }];
  });
}
