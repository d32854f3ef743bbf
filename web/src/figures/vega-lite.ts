import type { Picture } from '../lib/pictures/picture.ts';
import { cellOf } from '../lib/pictures/table.ts';

/** The figure as a Vega-Lite specification with its data inside; null where the chart has no equivalent. */
export function vegaLiteOf({ finding, measure, tables, vegaLite }: Picture): object | null {
  if (!vegaLite) return null;
  const [{ columns, rows }] = tables;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: finding, subtitle: measure },
    width: 640,
    data: {
      values: rows.map((row) =>
        Object.fromEntries(columns.map(({ key }, at) => [key, cellOf(row[at]).value])),
      ),
    },
    ...vegaLite,
  };
}
