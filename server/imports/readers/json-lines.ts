import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { parseJson } from './parse-json.ts';
import type { SourceRecord } from './record-table.ts';

/** Streams JSON Lines; a line that is no JSON is a fault of its own. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  { name, maxRecordLength }: { name: string; maxRecordLength: number },
): AsyncGenerator<SourceRecord[]> {
  let line = 0;
  let rest = '';
  const read = (content: string): SourceRecord | undefined => {
    line += 1;
    if (content.trim() === '') return undefined;
    const parsed = parseJson(content);
    if ('value' in parsed) return { line, value: parsed.value };
    return { line, value: undefined, fault: { code: 'NOT_JSON', reason: parsed.reason } };
  };
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    const longest = lines.reduce((most, { length }) => Math.max(most, length), rest.length);
    if (longest > maxRecordLength) {
      reject(
        'PAYLOAD_TOO_LARGE',
        said`${name} has a line of more than ${maxRecordLength} characters after line ${line}.`,
      );
    }
    const batch = lines.map(read).filter((record) => record !== undefined);
    if (batch.length > 0) yield batch;
  }
  const last = read(rest);
  if (last) yield [last];
}
