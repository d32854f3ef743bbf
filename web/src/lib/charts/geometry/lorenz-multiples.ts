import { round, type Box } from './box.ts';
import { lorenzPaths, type LorenzPoint } from './lorenz-curve.ts';
import { topShareOf, type SharePoint } from './lorenz-top.ts';
import { labelSize, wrapClipped, wrapText, type MeasureText } from './text.ts';

export interface LorenzPanel {
  readonly key: string;
  readonly label: string;
  readonly href?: string;
  readonly n: number;
  readonly points: readonly LorenzPoint[];
  readonly topShare?: number | null;
  readonly hollow?: boolean;
  /** Why there is no curve. */
  readonly suppressed?: string;
}

export interface MultiplesOptions {
  readonly width: number;
  readonly top: number;
  /** The whole, in grey behind every panel. */
  readonly reference?: readonly LorenzPoint[];
  readonly measure: MeasureText;
}

const gutter = 22;
const leading = 15.5;

/** A small Lorenz curve for each part, most concentrated first, hidden parts last. */
export function lorenzMultiples(panels: readonly LorenzPanel[], options: MultiplesOptions) {
  const { width, top, measure } = options;
  const size = labelSize(width);
  const columns = Math.max(1, Math.floor((width + gutter) / (width < 480 ? 140 : 170)));
  const side = (width - gutter * (columns - 1)) / columns;
  const ordered = panels
    .map((panel) => ({ panel, share: panel.suppressed ? -1 : topShareOf(panel, top) }))
    .toSorted((a, b) => b.share - a.share || a.panel.label.localeCompare(b.panel.label));
  const titles = ordered.map(({ panel }) => wrapClipped(panel.label, side, size, measure, 2, 'strong'));
  const placed: ReturnType<typeof placePanel>[] = [];
  let y = 0;
  for (let start = 0; start < ordered.length; start += columns) {
    const row = ordered.slice(start, start + columns);
    const titleHeight = Math.max(...row.map((_, index) => titles[start + index]!.length)) * leading;
    row.forEach(({ panel, share }, column) => {
      const plot: Box = {
        x: round(column * (side + gutter)),
        y: round(y + titleHeight + 6),
        width: round(side),
        height: round(side),
      };
      placed.push(placePanel(panel, share, titles[start + column]!, plot, options, size));
    });
    y += titleHeight + side + 34;
  }
  return { height: round(y - 8), panels: placed };
}

function placePanel(
  panel: LorenzPanel,
  share: number,
  title: readonly string[],
  plot: Box,
  options: MultiplesOptions,
  size: number,
) {
  const paths = panel.suppressed ? null : lorenzPaths(panel.points, plot, 1);
  const edge = plot.x + (1 - options.top) * plot.width;
  return {
    panel,
    share,
    plot,
    title: { x: plot.x, y: round(plot.y - 8 - (title.length - 1) * leading), lines: title },
    strip: { x: round(edge), y: plot.y, width: round(options.top * plot.width), height: plot.height },
    equality: `M${plot.x} ${round(plot.y + plot.height)}L${round(plot.x + plot.width)} ${plot.y}`,
    reference: options.reference ? lorenzPaths(thinned(options.reference), plot, 1).curve : null,
    paths,
    number: { x: plot.x + 7, y: plot.y + 24 },
    n: { x: plot.x, y: round(plot.y + plot.height + 16) },
    reason: panel.suppressed
      ? {
          x: plot.x + 8,
          y: round(plot.y + plot.height / 2),
          lines: wrapText(panel.suppressed, plot.width - 16, size, options.measure),
        }
      : null,
  };
}

/** Fewer points where they lie closer than the eye can tell at this size. */
const thinned = (points: readonly SharePoint[]): SharePoint[] => {
  const step = Math.ceil((points.length - 1) / 40);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
};
