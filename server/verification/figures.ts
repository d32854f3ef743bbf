import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { checksumOf, idOf } from '../figures/figure-id.ts';
import type { CurrentFigure } from '../figures/picture-maker.ts';
import { Findings, type Check } from './check.ts';

const unpack = promisify(gunzip);

type Row = Omit<CurrentFigure, 'data' | 'query'> & {
  id: string;
  checksum: string;
  data_en: Buffer;
  data_fr: Buffer;
};

const batch = 200;

/** Every frozen figure still says what its checksum was made of, and can still be drawn. */
export const frozenFigures: Check = {
  name: 'frozen figures: id and checksum from what they say, data unpack',
  async run(client) {
    const findings = new Findings();
    for (let after = ''; ;) {
      const rows = await figuresAfter(client, after);
      for (const row of rows) {
        findings.compared();
        const fault = await faultOf(row);
        if (fault) findings.differs(`figure ${row.id} ${fault}`);
      }
      if (rows.length < batch) return findings.all;
      after = rows.at(-1)!.id;
    }
  },
};

async function figuresAfter(client: pg.ClientBase, after: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select id, checksum, address, figure, headline, simulated, releases, words, data_en, data_fr
     from figure where id > $1 order by id limit ${batch}`,
    [after],
  );
  return rows;
}

async function faultOf({ id, checksum, data_en, data_fr, ...said }: Row): Promise<string | undefined> {
  const recomputed = checksumOf(said);
  if (recomputed !== checksum) return `says what has the checksum ${recomputed}, not ${checksum}`;
  if (idOf(checksum) !== id) return `has the checksum ${checksum}, which is another figure's`;
  for (const [language, packed] of [
    ['English', data_en],
    ['French', data_fr],
  ] as const) {
    try {
      JSON.parse((await unpack(packed)).toString('utf8'));
    } catch (error) {
      return `cannot be drawn in ${language}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}
