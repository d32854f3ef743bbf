import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';
import { stylesOf } from '../mapping/learn-styles.ts';
import { resolveMapping } from '../mapping/resolve-mapping.ts';
import type { LedgerProperties } from '../package/descriptor.ts';
import type { ReadTable } from '../readers/table.ts';
import { upsertRows } from '../reference/upsert-rows.ts';
import { describeRejections } from '../rejection.ts';
import { EarningReader } from './earning-reader.ts';
import { readProfessions } from './professions.ts';
import { publishRelease, type PublishedRelease, type PublishOptions } from './publish-release.ts';
import { RejectionLog } from './rejection-log.ts';
import { resolveReferences } from './resolve-references.ts';
import { stageRows } from './stage-rows.ts';

export interface LedgerImport {
  ledger: LedgerProperties;
  table: ReadTable;
  checksum: string;
  mode: PublishOptions['mode'];
  /** Name of the file, for messages. */
  name: string;
}

/**
 * Brings a shipped ledger, whose contributors have pseudonyms already, into its dataset within the client's
 * transaction. All rows are taken or, with BAD_USER_INPUT and the rows at fault, none.
 */
export async function importLedger(
  client: pg.PoolClient,
  { ledger, table, checksum, mode, name }: LedgerImport,
): Promise<PublishedRelease | null> {
  const datasetId = await upsertDataset(client, ledger);
  const mapping = resolveMapping(ledger.columns, table.columns, name);
  const reader = new EarningReader({
    mapping,
    styles: stylesOf({ rows: table.sample, columns: table.columns, delimiter: ',' }, mapping, {
      decimalMark: 'POINT',
    }),
    professions: await readProfessions(client),
    pseudonymOf: (id) => id,
  });
  const log = new RejectionLog(undefined);
  const staged = await stageRows(client, [{ rows: table.rows, reader }], { log, keepGoing: false });
  if (log.rows > 0) {
    reject(
      'BAD_USER_INPUT',
      `${name}: no row was loaded, because of\n${describeRejections(log.first, { total: log.cells })}`,
    );
  }
  await resolveReferences(client, datasetId, ledger);
  const release = await publishRelease(client, { datasetId, checksum, mode, repeats: staged.repeats });
  await client.query('drop table staged; drop table staged_sector');
  return release;
}

/** Makes the dataset be what the ledger says of itself. Returns its row id. */
export async function upsertDataset(client: pg.PoolClient, ledger: LedgerProperties): Promise<number> {
  const source = ledger.source === undefined ? null : await sourceId(client, ledger.source);
  const [id] = await upsertRows(
    client,
    'dataset',
    ['slug'],
    [
      {
        slug: ledger.slug,
        title_en: ledger.title.en,
        title_fr: ledger.title.fr,
        about_en: ledger.about.en,
        about_fr: ledger.about.fr,
        unit_en: ledger.unit.en,
        unit_fr: ledger.unit.fr,
        kind: ledger.kind,
        allotment: ledger.allotment,
        protected: ledger.protected,
        measures: ledger.measures,
        licence: ledger.licence,
        citation: ledger.citation,
        source_id: source,
      },
    ],
  );
  return id!;
}

async function sourceId(client: pg.PoolClient, slug: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>('select id from source where slug = $1', [slug]);
  return rows[0]?.id ?? reject('BAD_USER_INPUT', `The ledger's source "${slug}" is not among the sources.`);
}
