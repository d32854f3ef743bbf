import pg from 'pg';
import { guardText } from '../imports/readers/formula-guard.ts';
import type { ExportColumn } from './columns.ts';

/**
 * How PostgreSQL itself writes the rows: `text` as COPY does, for a reader of ours; `csv` and `jsonl` as they go into a file,
 * so that nobody but PostgreSQL ever holds a row. Names are written once for each expert and project, not for each row.
 */
export type EarningShape = 'text' | 'csv' | 'jsonl';

interface Shape {
  /** A name from a table, as SQL. */
  name(column: string): string;
  /** A name that is known here, as SQL. */
  literal(name: string): string;
  /** The row, from its cells as SQL. */
  row(cells: readonly string[], columns: readonly ExportColumn[]): string;
  /** How COPY writes it. */
  copy: string;
}

/** As the guard of texts in CSV has it (imports/readers/formula-guard), in PostgreSQL's own notation. */
const guardable = String.raw`E'^''*[-=+@\t\r\n]'`;

export const shapes: Record<EarningShape, Shape> = {
  text: {
    name: (column) => column,
    literal: pg.escapeLiteral,
    row: (cells) => cells.join(', '),
    copy: '',
  },
  csv: {
    name: (column) =>
      `nullif(case when ${column} ~ ${guardable} then '''' || ${column} else ${column} end, '')`,
    literal: (name) => (name === '' ? 'null' : pg.escapeLiteral(guardText(name))),
    row: (cells) => cells.join(', '),
    copy: ' with (format csv)',
  },
  jsonl: {
    name: (column) => `to_json(${column})::text`,
    literal: (name) => pg.escapeLiteral(JSON.stringify(name)),
    row: (cells, columns) =>
      cells
        .map((cell, at) => {
          const { name, kind } = columns[at]!;
          const value = kind === 'date' ? `'"' || ${cell} || '"'` : `${cell}`;
          return `${pg.escapeLiteral(`${at === 0 ? '{' : ','}${JSON.stringify(name)}:`)} || coalesce((${value})::text, 'null')`;
        })
        .join(' || ') + ` || '}'`,
    // No quote and no delimiter of CSV: neither of these stands in JSON, so that every line goes out as it is.
    copy: String.raw` with (format csv, quote E'\x01', escape E'\x01', delimiter E'\x02')`,
  },
};
