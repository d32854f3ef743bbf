import type { Access } from '../graphql/access.ts';
import type { FigureTable } from './figure-table.ts';

/** The languages that a figure speaks. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What a figure says in one language. */
export interface FigureWords {
  finding: string;
  measure: string;
  description: string;
  notes: { text: string; lang?: string }[];
  tables: FigureTable[];
  standing: {
    n: string;
    datasets?: string[];
    licences?: string[];
    sources: { label: string; path: string }[];
    method?: string;
  };
}

/** The number that a finding is about, with its 95 % interval where it has one. */
export interface Headline {
  value: number;
  low?: number | null;
  high?: number | null;
}

/** A dataset at a release. */
export interface RestsOn {
  dataset: string;
  number: number;
}

/** A figure as its page shows it now, with all that it is drawn from. */
export interface CurrentFigure {
  /** The address of its page: canonical, without language and origin. */
  address: string;
  /** Its name on that page. */
  figure: string;
  headline: Headline | null;
  simulated: boolean;
  releases: RestsOn[];
  /** The GraphQL operation that gives its data. */
  query: { query: string; variables: Record<string, unknown> } | null;
  words: Record<Language, FigureWords>;
  data: Record<Language, unknown>;
}

/** The shapes that a picture comes in. */
export const shapes = ['natural', '1:1', '16:9', '9:16'] as const;
export type Shape = (typeof shapes)[number];

export interface DrawOptions {
  shape?: Shape;
  theme?: 'light' | 'dark';
  /** Without its notes. */
  brief?: boolean;
  /** Where the figure lives, in full. */
  address: string;
  origin: string;
}

export interface EmbedOptions {
  theme: 'auto' | 'light' | 'dark';
  address: string;
  origin: string;
}

/** What one says of a figure on the air: numbers as they are spoken, and the exact ones beside. */
export interface Script {
  sentence: string;
  twenty: string;
  exact: string;
}

/** A frozen figure in the dashboard's hands. */
export interface DrawnFigure {
  /** One SVG that stands alone. */
  svg(options: DrawOptions): string;
  /** A document for a frame in a foreign page. */
  embed(options: EmbedOptions): string;
  /** A band for the lower third of a television picture, as SVG. */
  lowerThird(address: string): string;
  script(): Script;
  /** A Vega-Lite specification; null where the chart has no equivalent. */
  vegaLite(): object | null;
  /** Given where it is no longer drawn from its data: the day of the drawing that stands for it, null without one. */
  kept?: { drawnAt: Date | null };
}

/** What can be made of a figure's words alone, and of a drawing that was kept. */
export interface KeptFigure {
  /** The drawing as it was, set into a shape. */
  svg(drawing: string, shape: Exclude<Shape, 'natural'>, address: string): string;
  /** A document for a frame, with the drawing as it was and the day of it. */
  embed(drawing: { svg: string; drawnAt: Date }, options: EmbedOptions): string;
  lowerThird(address: string): string;
  /** Its numbers are as they are written. */
  script(): Script;
}

/** The dashboard's side: it alone knows how a page is read and how a chart is drawn. */
export interface PictureMaker {
  /** Reads a figure of a page as that visitor may see it; TacitErrors say what does not fit. */
  read(address: string, figure: string, access: Access): Promise<CurrentFigure>;
  /** The names of a page's figures, in their order. */
  names(address: string, access: Access): Promise<string[]>;
  /** What can be made of frozen data in one language. */
  of(address: string, figure: string, data: unknown, locale: Language): DrawnFigure;
  /** What can be made without the data, which may be of a version that nobody understands any more. */
  kept(figure: string, words: FigureWords, simulated: boolean, locale: Language): KeptFigure;
}
