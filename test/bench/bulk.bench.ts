import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { copyEarningsSql } from '../../server/exports/earnings.sql.ts';
import { exportFormats } from '../../server/exports/export-format.ts';
import { writeBulk } from '../../server/exports/bulk/write-bulk.ts';
import { findLedger } from '../../server/exports/find-ledger.ts';
import { readSectorLabels } from '../../server/exports/sector-labels.ts';
import { exportColumns } from '../../server/exports/columns.ts';
import { importFile } from '../../server/imports/import-file.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { projectPath } from '../../server/project-root.ts';
import { asked } from './asked.ts';
import { timed } from './bare-copy.ts';
import { payoutMapping, writePayouts } from './payout-file.ts';
import { measuredOn, table, writeResults } from './results.ts';

// How fast a whole ledger is written, beside PostgreSQL's own COPY of the same rows: tsx test/bench/bulk.bench.ts [--rows N].

const { rows } = asked(1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'tacit-bulk-bench-'));
const server = await startEmbeddedPostgres({ dataDir: folder, report: () => undefined });
const database = await connectDatabase(server.connection);
try {
  await migrate(database);
  await loadSeeds(database, { directory: projectPath('seeds') });
  const source = join(folder, 'payouts.csv');
  await writePayouts(source, rows);
  await importFile(database, {
    input: source,
    name: source,
    mapping: payoutMapping,
    dataset: { slug: 'bench' },
    pseudonymKey: Buffer.alloc(32, 1),
  });
  await measure(database);
} finally {
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(from: Database): Promise<void> {
  const ledger = await findLedger(from, { slug: 'bench', access: { mayReadLedgers: true } });
  const names = {
    columns: exportColumns.slice(0, 10),
    sectors: await readSectorLabels(from, ledger.datasetId),
    currencies: ['USD'],
  };
  const sql = copyEarningsSql(ledger, names, 'text');
  const copyOut = async (): Promise<void> => {
    const client = await from.pool.connect();
    try {
      await pipeline(client.query(copyTo(sql)), createWriteStream(join(folder, 'copy')));
    } finally {
      client.release();
    }
  };
  await copyOut();
  const copy = await timed(from, copyOut);
  const lines = [
    ['written as', 'seconds', 'rows/s', 'times COPY OUT', 'rows/s of processor'],
    lineOf('COPY OUT', copy),
  ];
  for (const format of exportFormats) {
    const path = join(folder, `bulk.${format}`);
    const { signal } = new AbortController();
    lines.push(
      lineOf(
        format,
        await timed(from, () =>
          writeBulk(from, { ledger, filter: {}, format, path, onRows: () => undefined, signal }),
        ),
      ),
    );
  }
  function lineOf(name: string, { clock, processor }: Awaited<ReturnType<typeof timed>>): string[] {
    return [
      name,
      clock.toFixed(2),
      Math.round(rows / clock).toLocaleString('en-GB'),
      (clock / copy.clock).toFixed(2),
      Math.round(rows / processor).toLocaleString('en-GB'),
    ];
  }
  const body = `A ledger of ${rows.toLocaleString('en-GB')} earnings written to a file, beside COPY of the same joined rows by PostgreSQL to a file. Rows by processor time, the server’s and this process’s together, do not depend on who else is busy.\n\n${table(lines)}\n\n${await measuredOn(from)}`;
  await writeResults('Bulk exports', body);
  process.stdout.write(`${body}\n`);
}
