import type pg from 'pg';
import { checksumOfDrawing } from '../figures/drawings.sql.ts';
import { unpack } from '../figures/figures.sql.ts';
import { Findings, type Check } from './check.ts';

interface Row {
  figure_id: string;
  language: string;
  checksum: string;
  svg: Buffer;
}

const batch = 200;

/** Every drawing that was kept of a figure is the one that was made. */
export const figureDrawings: Check = {
  name: 'drawings of frozen figures: checksum from the picture',
  async run(client) {
    const findings = new Findings();
    for (let after = ['', '']; ;) {
      const rows = await drawingsAfter(client, after);
      for (const { figure_id, language, checksum, svg } of rows) {
        findings.compared();
        const recomputed = await unpack(svg).then(
          (unpacked) => checksumOfDrawing(unpacked.toString('utf8')),
          (error: Error) => error.message,
        );
        if (recomputed !== checksum)
          findings.differs(`the drawing (${language}) of ${figure_id} gives ${recomputed}, not ${checksum}`);
      }
      const last = rows.at(-1);
      if (!last || rows.length < batch) return findings.all;
      after = [last.figure_id, last.language];
    }
  },
};

async function drawingsAfter(client: pg.ClientBase, after: string[]): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select figure_id, language, checksum, svg from figure_drawing
     where (figure_id, language) > ($1, $2) order by figure_id, language limit ${batch}`,
    after,
  );
  return rows;
}
