import type { EarningRows } from '../earning-rows.ts';

/**
 * CSV as RFC 4180 has it, with line feeds: a header, quotes only where they are needed. Texts that a spreadsheet would
 * run as a formula are guarded; the importer takes the guard off.
 */
export async function* writeCsv({ columns, read }: EarningRows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${columns.map(({ name }) => name).join(',')}\n`);
  yield* read('csv');
}
