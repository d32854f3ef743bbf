import { createHash } from 'node:crypto';
import { valuesOf } from './figure-table.ts';
import type { CurrentFigure, FigureWords } from './picture-maker.ts';

/**
 * The SHA-256 of what a figure says: its page's address, its name, the releases it rests on, and in each language
 * its words and rows. The same figure made twice has the same; the day and the maker are no part of it.
 */
export function checksumOf(figure: Omit<CurrentFigure, 'data' | 'query'>): string {
  const { address, figure: name, simulated, words } = figure;
  // In an order of its own: the database keeps an object's members in another than they came in.
  const headline = figure.headline && {
    value: figure.headline.value,
    low: figure.headline.low,
    high: figure.headline.high,
  };
  const releases = figure.releases.map(({ dataset, number }) => [dataset, number]).sort();
  const content = [address, name, headline, simulated, releases, said(words.en), said(words.fr)];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The id of a figure: the first 80 bits of its checksum. */
export const idOf = (checksum: string): string => checksum.slice(0, 20);

/** How an id looks. */
export const figureIdPattern = /^[0-9a-f]{20}$/;

function said({ finding, measure, description, notes, tables, standing }: FigureWords): unknown[] {
  const { n, datasets = [], licences = [], sources, method = '' } = standing;
  return [
    finding,
    measure,
    description,
    notes.map(({ text }) => text),
    tables.map((table) => [
      table.key,
      table.columns.map(({ key, label, kind }) => [key, label, kind]),
      valuesOf(table),
    ]),
    [n, datasets, licences, sources.map(({ label, path }) => [label, path]), method],
  ];
}
