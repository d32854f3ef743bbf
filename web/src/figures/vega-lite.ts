import type { Picture } from '../lib/pictures/picture.ts';
import { cellOf, type Cell, type Column, type Table, type Value } from '../lib/pictures/table.ts';

/**
 * The figure as a Vega-Lite specification with its data inside; null where the chart has no equivalent, as a treemap
 * and flows between columns have none.
 */
export function vegaLiteOf({ finding, measure, tables, vegaLite }: Picture): object | null {
  if (!vegaLite) return null;
  const table = tables.find(({ key }) => key === vegaLite.table) ?? tables[0];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: finding, subtitle: measure },
    data: { values: vegaLite.rows ?? table.rows.map((row) => recordOf(table, row)) },
    ...(withHeadings(vegaLite.spec, table) as object),
  };
}

/** A row by its columns' names: numbers with every digit, and texts as the page writes them. */
function recordOf({ columns }: Table, row: readonly (Cell | Value)[]): Record<string, Value> {
  return Object.fromEntries(
    columns.map(({ key, kind }, at) => {
      const { value, shown } = cellOf(row[at]);
      return [key, kind === 'text' && value !== null ? (shown ?? value) : value];
    }),
  );
}

const axes = new Set(['x', 'y']);

/** Gives every encoding that shows a column of the table the column's heading, and axes of shares percents. */
function withHeadings(part: unknown, table: Table, name = ''): unknown {
  if (Array.isArray(part)) return part.map((one) => withHeadings(one, table));
  if (typeof part !== 'object' || part === null) return part;
  const plain = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withHeadings(value, table, key)]),
  );
  const column = table.columns.find(({ key }) => key === plain['field']);
  if (!column || plain['type'] === undefined) return plain;
  return { title: titleOf(column), ...(axes.has(name) && column.kind === 'share' ? percent : {}), ...plain };
}

const percent = { axis: { format: '.0%' } };

const titleOf = ({ label, unit, currency }: Column) =>
  (unit ?? currency) ? `${label} (${unit ?? currency})` : label;
