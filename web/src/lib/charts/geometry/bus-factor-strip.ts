import { sum } from 'd3-array';
import { round } from './box.ts';
import { labelSize, wrapText, type MeasureText } from './text.ts';

export interface StripOptions {
  readonly width: number;
  /** Each contributor's share of the whole, in any order; none where they are kept back. */
  readonly shares: readonly number[];
  /** How many of the largest make the fraction. */
  readonly busFactor: number;
  /** How few and how many people it might have been instead. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Written over the bracket: nine of 98 wrote half. */
  readonly label: string;
  /** Written at the end of the strip: the other 89. */
  readonly rest: string;
  readonly measure: MeasureText;
}

const sliver = 1.5;

/** Everybody's share side by side, largest first, a bracket over the few whose leaving would halve the work. */
export function busFactorStrip(options: StripOptions) {
  const { width, busFactor, measure } = options;
  const size = labelSize(width);
  const total = sum(options.shares);
  const shares = options.shares.toSorted((a, b) => b - a).map((share) => share / (total || 1));
  const label = wrapText(options.label, width, size, measure, 'strong');
  const rest = wrapText(options.rest, width, size, measure);
  const top = label.length * 15.5 + 16;
  const height = 40;
  let x = 0;
  const segments = shares.map((share, rank) => {
    const segment = {
      x: round(x * width),
      width: round(share * width),
      key: rank < busFactor,
      rank: rank + 1,
      share,
    };
    x += share;
    return segment;
  });
  const edgeOf = (people: number) => round(sum(shares.slice(0, people)) * width);
  // Of shares that are kept back the number alone is known: that so many hold half.
  const kept = shares.length === 0 && busFactor > 0;
  const edge = kept ? round(width / 2) : edgeOf(busFactor);
  // Slivers of a pixel are drawn as one block: hundreds of lines flicker, and say no more.
  const wide = segments.filter((segment) => segment.width >= sliver);
  const key = kept
    ? { x: 0, width: edge }
    : blockFrom(
        segments.filter((segment) => segment.key),
        edge,
      );
  const others = kept
    ? { x: edge, width: round(width - edge) }
    : blockFrom(
        segments.filter((segment) => !segment.key),
        width,
      );
  const range = kept ? undefined : options.range;
  const foot = range ? 12 : 0;
  return {
    height: round(top + height + foot + rest.length * 15.5 + 12),
    foot,
    plot: { x: 0, y: top, width, height },
    segments: wide,
    blocks: { key, others },
    half: round(width / 2),
    whisker: range ? whisker(edgeOf(range.low), edgeOf(range.high), top + height + 7) : null,
    bracket: `M0 ${top - 4}v-6h${edge}v6`,
    label: { x: 0, y: 13, lines: label },
    rest: { x: width, y: round(top + height + foot + 18), lines: rest },
  };
}

/** A line under the strip, from the last of the fewest to the last of the most. */
const whisker = (low: number, high: number, y: number) =>
  `M${low} ${y}H${high}M${low} ${y - 4}v8M${high} ${y - 4}v8`;

/** From the first sliver to the end of its kind. */
function blockFrom(segments: readonly { x: number; width: number }[], end: number) {
  const first = segments.find((segment) => segment.width < sliver);
  return first ? { x: first.x, width: round(end - first.x) } : null;
}
