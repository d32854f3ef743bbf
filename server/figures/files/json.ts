import { withDrawn } from '../drawn-figure.ts';
import { valuesOf } from '../figure-table.ts';
import { factsOf } from '../facts.ts';
import type { FileFormat, FileRequest } from './file-format.ts';

/** The figure for programs: its rows as objects, what it is, and the operation that gives its data. */
async function writeJson(request: FileRequest): Promise<string> {
  const { context, figure, locale } = request;
  const vegaLite = await withDrawn(context, figure, locale, (drawn) => drawn.vegaLite());
  const { tables, standing } = figure.words[locale];
  return JSON.stringify(
    {
      id: figure.id,
      language: locale,
      facts: Object.fromEntries(factsOf(request).map(({ key, value }) => [key, value])),
      headline: figure.headline,
      releases: figure.releases,
      simulated: figure.simulated,
      spec: { page: figure.address, figure: figure.figure },
      provenance: standing,
      query: figure.query,
      vegaLite,
      tables: tables.map((table) => ({
        name: table.key,
        caption: table.caption ?? null,
        columns: table.columns,
        rows: valuesOf(table).map((row) =>
          Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at] ?? null])),
        ),
      })),
    },
    null,
    2,
  );
}

export const jsonFormat: FileFormat = {
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  write: writeJson,
};
