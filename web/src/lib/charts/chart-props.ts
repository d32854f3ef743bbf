import type { ChartFormat } from './format.ts';
import type { FrameWords } from './geometry/frame-heading.ts';

/** What every chart takes besides its rows. */
export interface ChartProps {
  /** Logical width; the height follows from the rows. */
  readonly width: number;
  /** The finding, as the svg's title. */
  readonly title: string;
  /** The finding with its numbers, for those who do not see the picture. */
  readonly description: string;
  readonly format: ChartFormat;
  /** Words around the plot, when a picture must stand alone (embed, SVG, PNG, PDF). */
  readonly heading?: FrameWords;
  /** Draws the house's mark over the plot; a word of one's own instead of `true` where it must be translated. */
  readonly simulated?: boolean | string;
  /** Whether it is part of a page, which may be printed: then a tall chart can be parted among sheets. */
  readonly paper?: boolean;
}
