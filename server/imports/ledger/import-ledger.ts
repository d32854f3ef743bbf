import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';
import { upsertRows } from '../reference/upsert-rows.ts';
import type { LedgerProperties } from '../package/descriptor.ts';
import type { TextRow } from '../readers/csv-reader.ts';
import { describeRejections, type Rejection } from '../rejection.ts';
import { publishRelease, type PublishedRelease, type PublishOptions } from './publish-release.ts';
import { readEarning } from './read-earning.ts';
import { resolveReferences } from './resolve-references.ts';
import { copyIntoStaging, openStaging } from './staging.ts';
import type { StagedEarning } from './staged-earning.ts';

export interface LedgerImport {
  ledger: LedgerProperties;
  rows: AsyncIterable<TextRow>;
  checksum: string;
  mode: PublishOptions['mode'];
  /** Name of the file, for messages. */
  name: string;
}

/**
 * Brings a ledger into its dataset within the client's transaction: staging, references, release. All rows are
 * taken or, with BAD_USER_INPUT and the rows at fault, none.
 */
export async function importLedger(
  client: pg.PoolClient,
  { ledger, rows, checksum, mode, name }: LedgerImport,
): Promise<PublishedRelease | null> {
  const datasetId = await upsertDataset(client, ledger);
  const rejections: Rejection[] = [];
  await openStaging(client);
  await copyIntoStaging(client, readEarnings(rows, ledger, rejections));
  if (rejections.length > 0) {
    reject('BAD_USER_INPUT', `${name}: no row was loaded, because of\n${describeRejections(rejections)}`);
  }
  await resolveReferences(client, datasetId, ledger);
  const release = await publishRelease(client, { datasetId, checksum, mode });
  await client.query('drop table staged; drop table staged_sector; drop table released');
  return release;
}

async function* readEarnings(
  rows: AsyncIterable<TextRow>,
  ledger: LedgerProperties,
  rejections: Rejection[],
): AsyncGenerator<StagedEarning> {
  for await (const row of rows) {
    const read = readEarning(row, ledger.columns);
    if ('earning' in read) yield read.earning;
    else rejections.push(...read.rejections);
  }
}

async function upsertDataset(client: pg.PoolClient, ledger: LedgerProperties): Promise<number> {
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
