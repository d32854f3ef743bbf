import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const linesAChunk = 2000;

/** Streams rows into a table by COPY. Cells must not hold tabs, line breaks or backslashes: what is simulated does not. */
export async function copyRows(
  client: pg.PoolClient,
  into: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  function* chunks(): Generator<string> {
    let lines: string[] = [];
    for (const row of rows) {
      lines.push(`${row.map((cell) => cell ?? '\\N').join('\t')}\n`);
      if (lines.length < linesAChunk) continue;
      yield lines.join('');
      lines = [];
    }
    yield lines.join('');
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${into} from stdin`)));
}
