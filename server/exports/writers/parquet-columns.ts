import type { SchemaElement } from 'hyparquet-writer';
import type { ColumnKind, ExportColumn } from '../columns.ts';

const day = 86_400_000;

/** Rows turned into columns, each of its type: texts as they are, numbers as doubles, days by their number since 1970. */
export class ParquetColumns {
  rows = 0;
  readonly #columns: readonly ExportColumn[];
  #data: (string | number | null)[][];
  readonly #days = new Map<string, number>();

  constructor(columns: readonly ExportColumn[]) {
    this.#columns = columns;
    this.#data = columns.map(() => []);
  }

  add(cells: readonly (string | null)[]): void {
    this.rows += 1;
    for (let at = 0; at < this.#columns.length; at += 1) {
      const cell = cells[at] ?? null;
      this.#data[at]!.push(cell === null ? null : this.#valueOf(cell, this.#columns[at]!.kind));
    }
  }

  /** What was gathered, for the writer; begins anew. */
  take(): { name: string; data: (string | number | null)[]; offsetIndex: boolean }[] {
    const taken = this.#columns.map(({ name }, at) => ({ name, data: this.#data[at]!, offsetIndex: false }));
    this.#data = this.#columns.map(() => []);
    this.rows = 0;
    return taken;
  }

  #valueOf(cell: string, kind: ColumnKind): string | number {
    switch (kind) {
      case 'text':
        return cell;
      case 'number':
        return Number(cell);
      case 'date': {
        // Days are few and rows are many.
        let number = this.#days.get(cell);
        if (number === undefined) this.#days.set(cell, (number = Date.parse(`${cell}T00:00:00Z`) / day));
        return number;
      }
      default:
        return kind satisfies never;
    }
  }
}

export function schemaOf(columns: readonly ExportColumn[]): SchemaElement[] {
  return [
    { name: 'ledger', num_children: columns.length },
    ...columns.map(({ name, kind }): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...typeOf(kind),
    })),
  ];
}

function typeOf(kind: ColumnKind): Pick<SchemaElement, 'type' | 'converted_type'> {
  switch (kind) {
    case 'text':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE' };
    case 'number':
      return { type: 'DOUBLE' };
    default:
      return kind satisfies never;
  }
}
