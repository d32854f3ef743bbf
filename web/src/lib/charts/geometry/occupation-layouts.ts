import type { Box } from './box.ts';
import { cellOutline, isTiny } from './cell-outline.ts';
import {
  occupationTreemap,
  type OccupationCell,
  type PlacedCell,
  type TreemapOptions,
} from './occupation-treemap.ts';
import { labelSize, type MeasureText } from './text.ts';
import { fitTitle } from './treemap-titles.ts';

/** What the desk's and the phone's layouts are as wide as, and from where on a tablet shows the desk's smaller. */
export const widths = { desk: 1100, tablet: 720, phone: 320 } as const;
export type Screen = keyof typeof widths;

/** The steps of a pixel that outlines are written in: whole ones on the desk, halves on the phone. */
const fine = { wide: 1, narrow: 2 } as const;

export interface Title {
  readonly x: number;
  readonly y: number;
  readonly leading: number;
  readonly lines: readonly string[];
}

export interface LaidOutOutline {
  readonly box: Box;
  readonly tiny: boolean;
}

export interface LaidOutCell {
  readonly cell: OccupationCell;
  /** Outlines; tiny ones are drawn without an edge. */
  readonly wide: LaidOutOutline;
  readonly narrow: LaidOutOutline;
  readonly titles: Readonly<Partial<Record<Screen, Title>>>;
}

export interface OccupationLayoutOptions {
  readonly sectors: TreemapOptions['sectors'];
  /** Heights of the cells, where they should not be the usual ones. */
  readonly heights?: { readonly wide: number; readonly narrow: number };
  readonly measure: MeasureText;
}

/**
 * Every occupation in two layouts, the desk's and the phone's, with its titles for a desk, a tablet and a phone. The
 * tablet shows the desk's cells smaller, so its titles are fewer and larger. Coordinates are each layout's own.
 */
export function occupationLayouts(cells: readonly OccupationCell[], options: OccupationLayoutOptions) {
  const { sectors, heights, measure } = options;
  const wide = occupationTreemap(cells, { width: widths.desk, height: heights?.wide, sectors, measure });
  const narrow = occupationTreemap(cells, { width: widths.phone, height: heights?.narrow, sectors, measure });
  const onPhone = new Map(narrow.cells.map((placed) => [placed.cell.id, placed]));
  const larger = widths.desk / widths.tablet;
  const tablet = { size: labelSize(widths.tablet) * larger, leading: wide.leading * larger };

  return {
    heights: { wide: wide.height, narrow: narrow.height },
    sizes: { desk: wide.size, tablet: tablet.size, phone: narrow.size },
    sectors: {
      desk: wide.sectors,
      tablet: wide.sectors.map((sector) => {
        const { short = '', label } = sectors.find(({ key }) => key === sector.key)!;
        const fits = [label, short].find((text) => measure(text, tablet.size, 'strong') <= sector.width);
        return { ...sector, label: fits ?? '', leader: null, labelX: sector.x, labelY: sector.y + 15 };
      }),
      phone: narrow.sectors,
    },
    cells: wide.cells.map((placed): LaidOutCell => {
      const phone = onPhone.get(placed.cell.id)!;
      const lines = fitTitle(placed.cell.label, placed, tablet.size, tablet.leading, measure);
      return {
        cell: placed.cell,
        wide: { box: cellOutline(placed, fine.wide), tiny: isTiny(placed) },
        narrow: { box: cellOutline(phone, fine.narrow), tiny: isTiny(phone) },
        titles: {
          desk: titleOf(placed, placed.lines, wide),
          tablet: titleOf(placed, lines, tablet),
          phone: titleOf(phone, phone.lines, narrow),
        },
      };
    }),
  };
}

function titleOf(
  { x, y }: PlacedCell,
  lines: readonly string[],
  { size, leading }: { size: number; leading: number },
): Title | undefined {
  if (lines.length === 0) return undefined;
  return { x: Math.round(x + 3), y: Math.round(y + size + 1), leading: Math.round(leading), lines };
}
