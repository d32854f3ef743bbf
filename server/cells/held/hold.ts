import { received } from '../floats.ts';
import { ints, placeOf } from './bytes.ts';
import { shared, type HeldColumns, type HeldKinds, type HeldRows } from './held-columns.ts';
import type { SentColumn, SentColumns } from './read-columns.sql.ts';

type Block = Record<SentColumn, Uint8Array>;
const kindColumns = ['quarters', 'sectors', 'professions', 'projects', 'currencies', 'versions'] as const;

/** What was sent, as it is held. Runs in a thread: a million rows take some tenths of a second. */
export function hold(sent: SentColumns): HeldColumns {
  return holding(sent, null);
}

/** What was held of a former release, and behind it what was added since; null where it is no beginning of that. */
export function extend({ held, added }: { held: HeldColumns; added: SentColumns }): HeldColumns | null {
  const ids = received(added.experts.ids);
  if (held.experts.some((id, place) => id !== ids[place])) return null;
  return holding(added, held);
}

function holding(
  { experts: known, blocks, currencyCodes, divisor }: SentColumns,
  former: HeldColumns | null,
): HeldColumns {
  const ids = received(known.ids);
  const experts = shared(Float64Array, ids.length);
  experts.set(ids);
  const countries = shared(Uint16Array, ids.length);
  countries.set(ints(known.countries));
  const columns = blocks.map((block) => kindColumns.map((name) => ints(block[name])));
  const before = kindColumns.map((name) => former?.kinds[name] ?? new Int32Array());
  const extents = kindColumns.map((_name, c) => extentOf([before[c]!, ...columns.map((own) => own[c]!)]));
  const kinds = new Kinds(extents);
  // In their order, so that they keep their places.
  for (let kind = 0; kind < before[0]!.length; kind++) kinds.placeOf(before, kind);
  const rows = rowsOf(blocks, columns, { experts, kinds, former: former?.rows ?? null });
  let magnitude = 0;
  for (const value of rows.values) if (value === value) magnitude += Math.abs(value);
  const { codes: countryCodes } = known;
  return {
    experts,
    countries,
    countryCodes,
    currencyCodes,
    kinds: kinds.columns(),
    rows,
    divisor,
    magnitude,
  };
}

function rowsOf(
  blocks: readonly Block[],
  columns: readonly Int32Array[][],
  { experts, kinds, former }: { experts: Float64Array; kinds: Kinds; former: HeldRows | null },
): HeldRows {
  const held = former?.experts.length ?? 0;
  const size = blocks.reduce((sum, block) => sum + block.experts.length / 8, held);
  const rows = { experts: shared(Uint32Array, size), kinds: shared(Uint32Array, size) };
  const values = shared(Float64Array, size);
  const entries = shared(Int32Array, size);
  if (former !== null) {
    rows.experts.set(former.experts);
    rows.kinds.set(former.kinds);
    values.set(former.values);
    entries.set(former.entries);
  }
  let start = held;
  for (const [b, block] of blocks.entries()) {
    const people = received(block.experts);
    values.set(received(block.values), start);
    entries.set(ints(block.entries), start);
    const own = columns[b]!;
    let place = 0;
    for (let i = 0; i < people.length; i++) {
      // Rows lie by expert: it nearly always is the former one, or the next.
      if (experts[place] !== people[i]) place += 1;
      if (experts[place] !== people[i]) place = placeOf(experts, people[i]!);
      rows.experts[start + i] = place;
      rows.kinds[start + i] = kinds.placeOf(own, i);
    }
    start += people.length;
  }
  return {
    experts: rows.experts,
    kinds: kinds.size > 2 ** 16 ? rows.kinds : narrow(Uint16Array, rows.kinds),
    values: values.every((value) => value === (value | 0)) ? narrow(Int32Array, values) : values,
    entries: entries.every((count) => count >= 0 && count < 2 ** 16) ? narrow(Uint16Array, entries) : entries,
  };
}

/** The same in less room. */
function narrow<Column extends Uint16Array | Int32Array>(
  kind: new (buffer: SharedArrayBuffer) => Column,
  values: Uint32Array | Int32Array | Float64Array,
): Column {
  const column = shared(kind, values.length);
  column.set(values);
  return column;
}

/** The kinds that occur, in the order in which they were met. */
class Kinds {
  readonly #places = new Map<number | string, number>();
  readonly #values: number[][] = [];
  readonly #least: readonly number[];
  readonly #strides: readonly number[] | null;

  /** Of the least and largest value in each column: where they allow it, a kind is one whole number, else a text. */
  constructor(extents: readonly (readonly [least: number, most: number])[]) {
    let stride = 1;
    const strides = extents.map(([least, most]) => {
      const own = stride;
      stride *= most - least + 1;
      return own;
    });
    this.#least = extents.map(([least]) => least);
    this.#strides = stride <= Number.MAX_SAFE_INTEGER ? strides : null;
  }

  placeOf(columns: readonly Int32Array[], row: number): number {
    const name = this.#nameOf(columns, row);
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.#values.length;
      this.#places.set(name, place);
      this.#values.push(columns.map((column) => column[row] ?? 0));
    }
    return place;
  }

  #nameOf(columns: readonly Int32Array[], row: number): number | string {
    if (this.#strides === null) return columns.map((column) => column[row] ?? 0).join(' ');
    let name = 0;
    for (let c = 0; c < columns.length; c++) {
      name += ((columns[c]![row] ?? this.#least[c]!) - this.#least[c]!) * this.#strides[c]!;
    }
    return name;
  }

  get size(): number {
    return this.#values.length;
  }

  columns(): HeldKinds {
    const [quarters, sectors, professions, projects, currencies, versions] = kindColumns.map((_name, c) => {
      const column = shared(Int32Array, this.#values.length);
      column.set(this.#values.map((values) => values[c]!));
      return column;
    });
    return {
      ...{ quarters: quarters!, sectors: sectors!, professions: professions! },
      ...{ projects: projects!, currencies: currencies!, versions: versions! },
    };
  }
}

/** The least and the largest value; a column that is not there is all 0. */
function extentOf(columns: readonly Int32Array[]): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const column of columns) {
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least > most ? [0, 0] : [least, most];
}
