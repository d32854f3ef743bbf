import { never } from '../../disclosure/ledger-columns.ts';
import { roomFor, type PlacedColumns } from './placed-columns.ts';

/** Cells of a line as the statement writes them. */
const order = [
  'owner',
  'since',
  'until',
  'sector',
  'profession',
  'project',
  'quarter',
  'platform',
  'laboratory',
] as const;
const valueAt = order.length;
const countryAt = order.length + 1;

/** Gathers the lines of a ledger's entries, in texts of some thousands, into columns. */
export class ColumnReader {
  #columns = roomFor(4096, []);
  #size = 0;
  #owner = { id: '', number: -1 };
  readonly #countries = new Map<string, number>();

  /** Lines with cells that are parted by spaces; contributors lie together. */
  add(text: string): void {
    for (const line of text.split('\n')) this.#addLine(line.split(' '));
  }

  /** All that was added; country codes stand in their own order, whoever came first. */
  finish(): PlacedColumns {
    const columns = resized(this.#columns, this.#size, [...this.#countries.keys()].sort());
    const places = new Map(columns.countries.map((code, place) => [code, place + 1]));
    const found = [...this.#countries.keys()].map((code) => places.get(code)!);
    for (let place = 0; place < columns.size; place++) {
      const country = columns.country[place]!;
      columns.country[place] = country === 0 ? 0 : found[country - 1]!;
    }
    return columns;
  }

  #addLine(cells: readonly string[]): void {
    if (this.#size === this.#columns.size) this.#columns = resized(this.#columns, this.#size * 2, []);
    const at = this.#size++;
    for (let i = 1; i < order.length; i++) this.#columns[order[i]!][at] = Number(cells[i]);
    if (cells[0] !== this.#owner.id) this.#owner = { id: cells[0]!, number: this.#owner.number + 1 };
    this.#columns.owner[at] = this.#owner.number;
    if (this.#columns.until[at] === 0) this.#columns.until[at] = never;
    this.#columns.value[at] = Number(cells[valueAt]);
    const code = cells[countryAt] ?? '';
    if (code === '') return;
    let country = this.#countries.get(code);
    if (country === undefined) this.#countries.set(code, (country = this.#countries.size + 1));
    this.#columns.country[at] = country;
  }
}

function resized(columns: PlacedColumns, size: number, countries: readonly string[]): PlacedColumns {
  const room = roomFor(size, countries);
  const kept = Math.min(size, columns.size);
  for (const name of [...order, 'country'] as const) room[name].set(columns[name].subarray(0, kept));
  room.value.set(columns.value.subarray(0, kept));
  return room;
}
