import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { cellMeasures } from '../cell-words.ts';
import type { CutQuarter } from './cut-rows.ts';
import { daysASlice } from './day-columns.ts';
import type { DaysOf } from './find-days.sql.ts';

/** Which columns tell a kind of work; those that nobody asked about are not read. */
export type KindColumn = 'projects' | 'sectors' | 'professions';
export type DayColumn = 'experts' | 'sizes' | 'days' | 'values' | KindColumn;

/** The columns of some experts, as they are kept: big-endian. */
export interface WrittenDays {
  readonly version: number;
  readonly quarter: number;
  readonly currency: string;
  /** From whom experts are counted. */
  readonly firstExpert: number;
  readonly columns: Readonly<Partial<Record<DayColumn, ArrayBuffer>>>;
}

/**
 * The columns of the days that some quarters are cut at, as a ledger stood at a version, some experts and days at a time, all of one moment. By COPY, since
 * what a query answers comes as text, bytes as two digits each: that took longer than adding them up.
 */
export async function* readDays(
  pool: pg.Pool,
  days: DaysOf,
  cuts: readonly CutQuarter[],
  kinds: readonly KindColumn[],
): AsyncGenerator<WrittenDays> {
  const names = ['experts', 'sizes', 'days', 'values', ...kinds] as const;
  const client = await pool.connect();
  let whole = false;
  try {
    const copy = client.query(copyTo(copySql(days, cuts, names)));
    const bytes = new Bytes(copy[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
    await bytes.take(headerSize);
    while (new DataView(await bytes.take(2)).getInt16(0) > 0) {
      const [version, quarter, currency, first] = [
        ...[await bytes.field(), await bytes.field(), await bytes.field(), await bytes.field()],
      ] as [ArrayBuffer, ArrayBuffer, ArrayBuffer, ArrayBuffer];
      const columns: Partial<Record<DayColumn, ArrayBuffer>> = {};
      for (const name of names) columns[name] = await bytes.field();
      yield {
        version: new DataView(version).getInt32(0),
        quarter: new DataView(quarter).getInt32(0),
        currency: new TextDecoder().decode(currency),
        firstExpert: new DataView(first).getFloat64(0),
        columns,
      };
    }
    await bytes.end();
    whole = true;
  } finally {
    // Left half way, the connection still has the rest to send: it is closed, not given back.
    client.release(!whole);
  }
}

/** COPY takes no parameters: all that stands in it is a whole number, or one of our own words. */
function copySql(
  { datasetId, measure, version }: DaysOf,
  cuts: readonly CutQuarter[],
  names: readonly DayColumn[],
): string {
  const slices = cuts.map(({ quarter, from, to }) => [quarter, sliceOf(from), sliceOf(to)] as const);
  const numbers = [datasetId, version, ...slices.flat()];
  if (!numbers.every(Number.isSafeInteger) || !Object.hasOwn(cellMeasures, measure)) {
    throw new RangeError(`Not whole numbers and a measure: ${numbers.join(', ')}, ${measure}`);
  }
  return `copy (
    select version::int4, quarter::int4, currency, first_expert::float8, ${names.map((name) => `"${name}"`).join(', ')}
    from day_column
    where dataset_id = ${datasetId} and measure = '${measure}' and version <= ${version}
      and (${slices.map(([quarter, first, last]) => `quarter = ${quarter} and slice between ${first} and ${last}`).join(' or ')})
  ) to stdout (format binary)`;
}

/** The days of a quarter that lie together with one. */
export function sliceOf(day: number): number {
  return Math.floor(day / daysASlice);
}

/** Signature, flags and the length of an extension that nobody has made yet. */
const headerSize = 11 + 4 + 4;

/** Takes bytes out of parts of any length. */
class Bytes {
  readonly #parts: AsyncIterator<Buffer>;
  #part: Uint8Array = new Uint8Array();

  constructor(parts: AsyncIterator<Buffer>) {
    this.#parts = parts;
  }

  async take(length: number): Promise<ArrayBuffer> {
    const taken = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      if (this.#part.length === 0) await this.#next();
      const own = this.#part.subarray(0, length - filled);
      taken.set(own, filled);
      filled += own.length;
      this.#part = this.#part.subarray(own.length);
    }
    return taken.buffer;
  }

  /** A field with its length before it; none of ours is null. */
  async field(): Promise<ArrayBuffer> {
    return this.take(new DataView(await this.take(4)).getInt32(0));
  }

  /** Nothing comes after the last row; only then is the connection free. */
  async end(): Promise<void> {
    while (!(await this.#parts.next()).done);
  }

  async #next(): Promise<void> {
    const { value, done } = await this.#parts.next();
    if (done === true) throw new Error('The database ended in the middle of a row.');
    this.#part = value;
  }
}
