import type { EarningRows } from '../earning-rows.ts';

/** One JSON object a line, every column in each; numbers keep all their digits, as JSON's grammar allows. */
export function writeJsonLines({ read }: EarningRows): AsyncGenerator<Uint8Array> {
  return read('jsonl');
}
