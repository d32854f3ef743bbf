import { factsOf } from '../facts.ts';
import type { FigureColumn } from '../figure-table.ts';
import { addressOf, type FileRequest } from './file-format.ts';

/** The Frictionless descriptor (v2) of a figure's tables. */
export function describePackage(request: FileRequest): string {
  const { figure, locale, origin } = request;
  const { finding, description, tables, standing } = figure.words[locale];
  const licences = standing.licences ?? [];
  return JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: `tacit-figure-${figure.id}`,
      title: finding,
      description,
      homepage: addressOf(figure, locale, origin),
      created: figure.createdAt.toISOString(),
      ...(licences.length > 0 ? { licenses: licences.map((name) => ({ name })) } : {}),
      sources: standing.sources.map(({ label, path }) => ({ title: label, path: origin + path })),
      resources: tables.map(({ key, caption, columns }) => ({
        name: key,
        title: caption ?? finding,
        type: 'table',
        path: `data/${key}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: { fields: columns.map(fieldOf) },
      })),
      'tacit:facts': Object.fromEntries(factsOf(request).map(({ key, value }) => [key, value])),
    },
    null,
    2,
  );
}

const fieldOf = ({ key, label, kind, unit, currency }: FigureColumn) => ({
  name: key,
  title: label,
  type: kind === 'text' || kind === 'date' ? 'string' : kind === 'count' ? 'integer' : 'number',
  ...((unit ?? currency) ? { description: unit ?? currency } : {}),
});
