import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quarterOf, undatedPeriod, type StagedEarning } from './staged-earning.ts';

/** Opens an empty staging table that lives as long as the transaction. */
export async function openStaging(client: pg.PoolClient): Promise<void> {
  await client.query(`
    drop table if exists staged;
    create temporary table staged (
      line int not null,
      expert text not null,
      project text,
      sector text,
      profession text,
      period date not null,
      quarter smallint not null,
      units numeric not null,
      hours numeric,
      amount_minor bigint,
      currency text,
      improvement numeric,
      content text not null
    ) on commit drop
  `);
}

/** Streams earnings into staging by COPY, in constant memory. Returns how many went in. */
export async function copyIntoStaging(
  client: pg.PoolClient,
  earnings: AsyncIterable<StagedEarning>,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const earning of earnings) {
      count += 1;
      yield copyLine(earning);
    }
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom('copy staged from stdin')));
  await client.query('analyze staged');
  return count;
}

function copyLine(earning: StagedEarning): string {
  const cells = [
    earning.expert,
    earning.project,
    earning.sector,
    earning.profession,
    earning.period ?? undatedPeriod,
    quarterOf(earning.period),
    earning.units,
    earning.hours,
    earning.amountMinor,
    earning.currency,
    earning.improvement,
  ];
  // What a row says, without where it stands: the same row is recognised in another file or at another line.
  const content = createHash('sha256')
    .update(JSON.stringify(cells.map(asText)))
    .digest('base64url')
    .slice(0, 22);
  return `${[earning.line, ...cells, content].map(copyCell).join('\t')}\n`;
}

function asText(cell: string | number | bigint | null): string | null {
  return cell === null ? null : String(cell);
}

function copyCell(cell: string | number | bigint | null): string {
  if (cell === null) return '\\N';
  return String(cell).replace(/[\\\t\n\r]/g, (character) => copyEscapes[character] ?? character);
}

const copyEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
