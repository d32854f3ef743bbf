import type { KeptWords } from '../pictures/kept-picture.ts';
import type { GraphLocale } from './common.ts';
import createDocument from './figure-create.graphql?raw';
import document from './figure.graphql?raw';
import { operation } from './operation.ts';

interface HeadlineNumber {
  value: number;
  low: number | null;
  high: number | null;
}

interface RestsOn {
  dataset: string;
  number: number;
}

/** A frozen figure with all that its page offers. */
export interface FrozenFigure {
  id: string;
  checksum: string;
  createdAt: string;
  page: string;
  figure: string;
  simulated: boolean;
  address: string;
  data: unknown;
  embed: string;
  query: string | null;
  variables: Record<string, unknown> | null;
  releases: RestsOn[];
  headline: HeadlineNumber | null;
  citations: { apa: string; chicago: string; bibtex: string; cslJson: string };
  files: { extension: string; mediaType: string; address: string }[];
  script: { sentence: string; twentySeconds: string; exact: string };
  kept: { drawnAt: string | null; words: KeptWords } | null;
  newer: { moved: boolean; finding: string; headline: HeadlineNumber | null; releases: RestsOn[] } | null;
}

/** One frozen figure. */
export const figurePage = operation<{ figure: FrozenFigure | null }, { id: string; locale: GraphLocale }>(
  document,
);

/** Freezes a figure of a page. */
export const figureCreate = operation<
  {
    figureCreate: {
      created: boolean;
      figure: { id: string } | null;
      userErrors: { code: string; message: string }[];
    };
  },
  { page: string; figure: string }
>(createDocument);
