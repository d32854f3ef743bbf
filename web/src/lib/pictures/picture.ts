import type { Component } from 'svelte';
import type { ChartProps } from '../charts/chart-props.ts';
import type { LayoutWidth } from '../charts/layout-widths.ts';
import type { Table } from './table.ts';
import type { VegaLite } from './vega-lite.ts';

/** Where a figure stands: what its footer states. */
export interface Standing {
  /** How many things were counted, already worded: 'n = 2 776 contributors'. */
  n: string;
  /** The datasets' names. */
  datasets?: string[];
  release?: number | null;
  /** The releases that the figure rests on, by the datasets' slugs. */
  releases?: { dataset: string; number: number }[];
  licences?: string[];
  /** Our own pages on the sources, or where they are listed. */
  sources: { label: string; path: string; lang?: string }[];
  method?: string;
}

/** A remark under a chart, in the page's language unless it says otherwise. */
export interface Note {
  text: string;
  lang?: string;
}

/** The number that the finding is about, as the API gives it: shares from 0 to 1. */
export interface Headline {
  value: number;
  /** Its 95 % interval, where it has one. */
  low?: number | null;
  high?: number | null;
}

/** A chart with everything that it is drawn from, at whatever width. */
export interface Drawing {
  // Only `draw` makes one, and it checks the properties against the component.
  component: Component<ChartProps>;
  props: Record<string, unknown>;
  /** The layouts that the page shows; a picture that stands alone takes the widest. */
  widths: readonly LayoutWidth[];
  /** Draws every layout in one drawing, for pages where a copy for each width would weigh too much. */
  fluid?: Component<Omit<ChartProps, 'width'>>;
}

/**
 * One figure, whole: what a page shows, and what an export, an embed or a share image shows, comes from here. A
 * pure function of an edition, an answer of the API and a state of the address makes it.
 */
export interface Picture {
  /** The figure's name on its page, and its anchor there. */
  id: string;
  /** Whom or what the finding is about, where its page says so and the sentence does not. */
  subject?: string;
  /** The finding, as a sentence. */
  finding: string;
  /** The measure and its unit. */
  measure: string;
  /** What newer data may move; none where the finding is not one number. */
  headline?: Headline;
  /** The finding with its numbers, for those who do not see the picture. */
  description: string;
  drawing: Drawing;
  notes: Note[];
  /** The data of the chart, at least one table. */
  tables: [Table, ...Table[]];
  standing: Standing;
  /** The top fields of the page's query that the figure rests on. */
  fields: string[];
  simulated: boolean;
  /** The chart in Vega-Lite, where it has an equivalent: a treemap and flows have none. */
  vegaLite?: VegaLite;
  /** Where the whole table stands, when a page shows only its first rows. */
  wholeTable?: { path: string; label: string; rows: number };
}

type OwnProps<P> = Omit<P, keyof ChartProps>;

/** A chart with its rows and words; the frame's properties come from the picture. */
export function draw<P extends ChartProps>(
  component: Component<P>,
  props: OwnProps<P>,
  widths: readonly LayoutWidth[] = [320, 720],
  fluid?: Component<Omit<P, 'width'>>,
): Drawing {
  return {
    component: component as unknown as Component<ChartProps>,
    props,
    widths,
    fluid: fluid as unknown as Drawing['fluid'],
  };
}
