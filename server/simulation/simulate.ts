import { createHash } from 'node:crypto';
import type pg from 'pg';
import { commandLine, noteAct } from '../database/audit-log.ts';
import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { analyseLedger, isWorthAnalysing } from '../imports/ledger/analyse-ledger.ts';
import { beginImport } from '../imports/ledger/begin-import.ts';
import { upsertDataset } from '../imports/ledger/import-ledger.ts';
import { publishRelease, type PublishedRelease } from '../imports/ledger/publish-release.ts';
import { resolveReferences } from '../imports/ledger/resolve-references.ts';
import { copyIntoStaging, openStaging } from '../imports/ledger/staging.ts';
import type { StagedEarning } from '../imports/ledger/staged-earning.ts';
import { readCalibration } from './calibration.ts';
import { describeMarket } from './describe-market.ts';
import { simulateEarnings } from './earnings.ts';
import { openMarket } from './market.ts';
import { simulationParameters, type SimulationParameters, type SimulationRequest } from './parameters.ts';
import { publishNames } from './publish-names.ts';

export interface Simulated {
  parameters: SimulationParameters;
  /** Null when the dataset holds these very rows already. */
  release: PublishedRelease | null;
}

export interface SimulateOptions {
  /** Told how many earnings are drawn. */
  report?: (earnings: number) => void;
  /** Gives up, with nothing changed. */
  signal?: AbortSignal;
}

const batchLength = 1000;

/**
 * Simulates a market into a dataset of the kind SIMULATED, as its next release: the same path as a file, all or nothing.
 * Throws BAD_USER_INPUT for parameters that make no market and for a dataset that holds anything else.
 */
export async function simulate(
  database: Database,
  request: SimulationRequest,
  { report = () => undefined, signal }: SimulateOptions = {},
): Promise<Simulated> {
  const parameters = simulationParameters(request);
  const calibration = await readCalibration(database);
  const market = openMarket(parameters, calibration);
  const ledger = describeMarket(parameters, calibration);
  const checksum = createHash('sha256')
    .update(JSON.stringify([parameters, calibration]))
    .digest('hex');
  const client = await database.pool.connect();
  try {
    await beginImport(client);
    await requireSimulated(client, parameters.slug);
    const datasetId = await upsertDataset(client, ledger);
    await publishNames(client, datasetId, market);
    await openStaging(client);
    const { repeats } = await copyIntoStaging(client, batched(simulateEarnings(market), report, signal));
    await resolveReferences(client, datasetId, ledger);
    const release = await publishRelease(client, { datasetId, checksum, mode: 'REPLACE', repeats });
    const detail = `simulated release ${release?.number ?? 0}`;
    if (release !== null)
      await noteAct(client, { actor: commandLine, act: 'IMPORT', dataset: parameters.slug, detail });
    if (isWorthAnalysing(parameters.earnings)) await analyseLedger(client, parameters.slug);
    await client.query('commit');
    return { parameters, release };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('reset client_connection_check_interval').catch(() => undefined);
    client.release();
  }
}

/** What is simulated is never mixed with what is not. */
async function requireSimulated(client: pg.PoolClient, slug: string): Promise<void> {
  const { rows } = await client.query<{ kind: string }>('select kind from dataset where slug = $1', [slug]);
  if (rows[0] === undefined || rows[0].kind === 'SIMULATED') return;
  reject('BAD_USER_INPUT', `The dataset "${slug}" is no simulation: choose a slug that is free.`);
}

/** The earnings in batches, as staging takes them; how they are cut changes nothing. */
async function* batched(
  earnings: Iterable<StagedEarning>,
  report: (count: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<StagedEarning[]> {
  let count = 0;
  let batch: StagedEarning[] = [];
  for (const earning of earnings) {
    batch.push(earning);
    if (batch.length < batchLength) continue;
    yield batch;
    signal?.throwIfAborted();
    report((count += batch.length));
    batch = [];
  }
  yield batch;
  report(count + batch.length);
}
