import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecords, readRecords } from '../../server/imports/readers/csv-records.ts';
import type { SourceRow } from '../../server/imports/readers/table.ts';

const options = { name: 'x.csv', delimiter: ',', maxRecordLength: 40 };

/** Every record, or the code of what was refused. */
async function recordsOf(read: typeof readRecords, pieces: readonly string[]): Promise<SourceRow[] | string> {
  async function* text() {
    yield* pieces.filter((piece) => piece !== '');
  }
  const rows: SourceRow[] = [];
  try {
    for await (const batch of read(text(), options)) rows.push(...batch);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return rows;
}

function cellsOf(read: SourceRow[] | string) {
  return typeof read === 'string' ? read : read.map(({ cells }) => cells);
}

function cut(text: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((place, index) => text.slice(places[index], place));
}

describe('the records of a CSV', () => {
  test('are, in whatever pieces the text arrives, those that a parser of quotes finds', async () => {
    const part = fc.constantFrom('a', 'bc', ',', ',', '\n', '\n', '\r\n', '"', '""', ' ', 'é', '\r', '-1.5');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(part, { maxLength: 60 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        async (newline, parts, at) => {
          const text = `who,n${newline}${parts.join('')}`;
          const read = await recordsOf(readRecords, cut(text, at));
          const parsed = await recordsOf(parseRecords, [text]);
          // Where lines end now so, now otherwise, the parser counts some twice.
          const even =
            newline === '\r\n'
              ? !/(?<!\r)\n|\r(?!\n)/.test(text)
              : !text.replaceAll(newline, '').match(/[\r\n]/);
          if (even) expect(read).toEqual(parsed);
          else expect(cellsOf(read)).toEqual(cellsOf(parsed));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('are known by the line on which they end, also after a quote that holds lines', async () => {
    const rows = await recordsOf(readRecords, ['who,n\n\na,1\n', 'b,"x\ny"\nc,3\n']);
    expect(rows).toEqual([
      { line: 1, cells: ['who', 'n'] },
      { line: 3, cells: ['a', '1'] },
      { line: 5, cells: ['b', 'x\ny'] },
      { line: 6, cells: ['c', '3'] },
    ]);
  });

  test('are refused where one has no end, with quotes and without', async () => {
    expect(await recordsOf(readRecords, ['who,n\n', 'x'.repeat(30), 'x'.repeat(30)])).toBe(
      'PAYLOAD_TOO_LARGE',
    );
    expect(await recordsOf(readRecords, ['who,n\n"', 'x'.repeat(60)])).toBe('PAYLOAD_TOO_LARGE');
  });
});
