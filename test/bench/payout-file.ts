import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ColumnMapping } from '../../server/imports/import-request.ts';

/** How its columns are mapped. */
export const payoutMapping: ColumnMapping = {
  expert: 'worker_id',
  project: 'project',
  sector: 'sector',
  date: 'date',
  units: 'units',
  hours: 'hours',
  amount: 'amount',
  currency: 'currency',
};

/** Writes a payout file: about 70 earnings an expert over three years, on a handful of projects, in two kinds of work. */
export async function writePayouts(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path));
}

function* lines(count: number): Generator<string> {
  yield 'worker_id,project,sector,date,units,hours,amount,currency\n';
  const experts = Math.ceil(count / 70);
  let text = '';
  let state = 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + draw(1096))).toISOString().slice(0, 10);
    const hours = (1 + draw(800)) / 100;
    const expert = draw(experts);
    text += `worker-${expert},project-${(expert + draw(6) * 37) % 400},sector ${(expert + draw(2)) % 12},${day},${1 + draw(9)},${hours},${(hours * (20 + draw(180))).toFixed(2)},USD\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}
