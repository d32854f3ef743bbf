import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { SeenBefore } from './seen-before.ts';
import { quarterOf, undatedPeriod, type StagedEarning } from './staged-earning.ts';

/** Opens an empty staging table that lives as long as the transaction. */
export async function openStaging(client: pg.PoolClient): Promise<void> {
  await client.query(`
    drop table if exists staged;
    create temporary table staged (
      line bigint not null,
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
      content text not null,
      again boolean not null
    ) on commit drop
  `);
}

export interface Staged {
  rows: number;
  /** Whether two rows may be equal: false is certain. */
  repeats: boolean;
}

/** Streams batches of earnings into staging by COPY, in constant memory. */
export async function copyIntoStaging(
  client: pg.PoolClient,
  batches: AsyncIterable<readonly StagedEarning[]>,
): Promise<Staged> {
  const seen = new SeenBefore();
  let rows = 0;
  let repeats = false;
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of batches) {
      let text = '';
      for (const earning of batch) {
        rows += 1;
        const cells = cellsOf(earning);
        const content = hash('sha256', cells, 'base64url').slice(0, 22);
        const again = seen.add(content);
        repeats ||= again;
        text += `${rows}\t${cells}\t${content}\t${again ? 't' : 'f'}\n`;
      }
      if (text !== '') yield text;
    }
  }
  await pipeline(
    Readable.from(lines(), { objectMode: true, highWaterMark: 4 }),
    client.query(copyFrom('copy staged from stdin')),
  );
  await client.query('analyze staged');
  return { rows, repeats };
}

/**
 * What a row says, as COPY reads it, without where it stands: its digest makes the same row known in another file
 * or at another line.
 */
function cellsOf(earning: StagedEarning): string {
  return (
    `${copyText(earning.expert)}\t${copyText(earning.project)}\t${copyText(earning.sector)}\t` +
    `${earning.profession ?? '\\N'}\t${earning.period ?? undatedPeriod}\t${quarterOf(earning.period)}\t` +
    `${earning.units}\t${earning.hours ?? '\\N'}\t${earning.amountMinor ?? '\\N'}\t${earning.currency ?? '\\N'}\t` +
    `${earning.improvement ?? '\\N'}`
  );
}

const special = /[\\\t\n\r]/;
const specials = /[\\\t\n\r]/g;
const copyEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyText(text: string | null): string {
  if (text === null) return '\\N';
  return special.test(text)
    ? text.replace(specials, (character) => copyEscapes[character] ?? character)
    : text;
}
