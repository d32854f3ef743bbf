import type { Component } from 'svelte';
import type { ChartProps } from '../charts/chart-props.ts';
import type { LayoutWidth } from '../charts/layout-widths.ts';
import type { Table } from './table.ts';

/** Where a figure stands: what its footer states. */
export interface Standing {
  /** How many things were counted, already worded: 'n = 2 776 contributors'. */
  n: string;
  /** The datasets' names. */
  datasets?: string[];
  release?: number | null;
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

/** A chart with everything that it is drawn from, at whatever width. */
export interface Drawing {
  // Only `draw` makes one, and it checks the properties against the component.
  component: Component<ChartProps>;
  props: Record<string, unknown>;
  /** The layouts that the page shows; a picture that stands alone takes the widest. */
  widths: readonly LayoutWidth[];
}

/**
 * One figure, whole: what a page shows, and what an export, an embed or a share image shows, comes from here. A
 * pure function of an edition, an answer of the API and a state of the address makes it.
 */
export interface Picture {
  /** The figure's name on its page, and its anchor there. */
  id: string;
  /** The finding, as a sentence. */
  finding: string;
  /** The measure and its unit. */
  measure: string;
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
}

type OwnProps<P> = Omit<P, keyof ChartProps>;

/** A chart with its rows and words; the frame's properties come from the picture. */
export function draw<P extends ChartProps>(
  component: Component<P>,
  props: OwnProps<P>,
  widths: readonly LayoutWidth[] = [320, 720],
): Drawing {
  return { component: component as unknown as Component<ChartProps>, props, widths };
}
