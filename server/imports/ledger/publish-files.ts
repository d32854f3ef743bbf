import type pg from 'pg';
import type { Database } from '../../database/connect.ts';
import { commandLine, noteAct } from '../../database/audit-log.ts';
import { said } from '../../errors/said.ts';
import { reject, TacitError } from '../../errors/tacit-error.ts';
import {
  ImportWarning,
  type ImportOutcome,
  type ImportProgress,
  type ImportReport,
} from '../import-report.ts';
import type { ImportOptions } from '../import-request.ts';
import type { OpenedSource } from '../open-sources.ts';
import { keptPseudonyms, noteKey } from '../pseudonyms/known-pseudonyms.ts';
import { Pseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { analyseLedger, isWorthAnalysing } from './analyse-ledger.ts';
import { Backgrounds } from './backgrounds.ts';
import { beginImport } from './begin-import.ts';
import { checksumOf } from './checksum.ts';
import { findDataset, lockDataset, writeDataset, type DatasetRow } from './dataset-row.ts';
import { EarningReader } from './earning-reader.ts';
import { giveWay } from './give-way.ts';
import type { Phases } from './phases.ts';
import type { Professions } from './professions.ts';
import { publishRelease, type PublishedRelease } from './publish-release.ts';
import type { RejectionLog } from './rejection-log.ts';
import { resolveReferences } from './resolve-references.ts';
import { findSameFiles, readingOf, type SameFiles } from './same-file.ts';
import { stageRows, type Measure, type StagedRows } from './stage-rows.ts';

interface PublishFiles {
  sources: readonly OpenedSource[];
  options: ImportOptions;
  professions: Professions;
  log: RejectionLog;
  phases: Phases;
}

type Published = Pick<ImportReport, 'outcome' | 'release' | 'rowsRead' | 'rowsKept' | 'warnings'>;

/** Loads opened files in one transaction: staging, references, release. Kept only when all of it went well. */
export async function publishFiles(database: Database, files: PublishFiles): Promise<Published> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  let isAside = false;
  try {
    isAside = await giveWay(client);
    await beginImport(client);
    const published = await load(client, files);
    const keep = published.outcome === 'LOADED';
    if (keep && isWorthAnalysing(published.rowsRead))
      await files.phases.time('STATISTICS', () => analyseLedger(client, files.options.dataset.slug));
    await files.phases.time('COMMIT', () => client.query(keep ? 'commit' : 'rollback'));
    files.options.report?.(progress(files.sources, 'DONE', published.rowsRead));
    return published;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw readable(broken ?? error);
  } finally {
    await client.query('reset client_connection_check_interval').catch(() => undefined);
    client.off('error', onError);
    client.release(broken ?? isAside);
  }
}

async function load(
  client: pg.PoolClient,
  { sources, options, professions, log, phases }: PublishFiles,
): Promise<Published> {
  const { dataset, mode = 'REPLACE', keepGoing = false, dryRun = false, report } = options;
  await lockDataset(client, dataset.slug, () => {
    report?.(progress(sources, 'WAITING', 0));
    options.signal?.throwIfAborted();
  });
  const former = await findDataset(client, dataset.slug, mode);
  await noteKey(client, dataset.slug, options.pseudonymKey);
  const same = former && (await findSameFiles(client, former.id, sources, options));
  if (same) return unread(sources, same);
  const pseudonyms = await pseudonymiser(client, former, sources, options);
  const backgrounds = new Backgrounds();

  const rowSources = sources.map(({ file, table, mapping, styles }) => ({
    ...(sources.length > 1 ? { file: file.name } : {}),
    rows: table.rows,
    reader: new EarningReader({
      mapping,
      styles,
      currencySigns: options.currencySigns,
      missingValues: file.missingValues,
      professions,
      pseudonymOf: dataset.pseudonymous ? (id) => pseudonyms.kept(id) : (id) => pseudonyms.of(id),
      backgrounds,
    }),
  }));
  const staged = await phases.time('READING', () =>
    stageRows(client, rowSources, {
      log,
      keepGoing,
      signal: options.signal,
      onBatch: (rowsRead) => report?.(progress(sources, 'READING', rowsRead)),
    }),
  );
  const checksum = checksumOf(sources.map(({ table }) => table.sha256()));
  const warnings = [
    ...sources.flatMap((source) => source.warnings),
    ...warningsOf(staged, professions, former, checksum),
  ];
  const result = (outcome: ImportOutcome, release: PublishedRelease | null): Published => ({
    outcome,
    release,
    rowsRead: staged.rowsRead,
    rowsKept: outcome === 'REJECTED' ? 0 : staged.rowsKept,
    warnings,
  });
  if (staged.rowsKept === 0 || (log.rows > 0 && !keepGoing)) return result('REJECTED', null);

  report?.(progress(sources, 'PUBLISHING', staged.rowsRead));
  const datasetId = await writeDataset(client, dataset, measuresOf(staged, sources));
  const names = { slug: dataset.slug, sectorNames: dataset.sectorNames ?? {} };
  await phases.time('NAMES', () => resolveReferences(client, datasetId, names, backgrounds));
  options.signal?.throwIfAborted();
  const reading = readingOf(sources, options);
  const { repeats } = staged;
  const release = await publishRelease(client, { datasetId, checksum, reading, mode, repeats, phases });
  if (release === null) return result('UNCHANGED', null);
  const detail = `release ${release.number}: ${release.rowsAdded} rows added, ${release.rowsReversed} reversed`;
  await noteAct(client, {
    actor: options.actor ?? commandLine,
    act: 'IMPORT',
    dataset: dataset.slug,
    detail,
  });
  return result(dryRun ? 'CHECKED' : 'LOADED', release);
}

/** The files are a release already, and all of it still stands: nothing of them is new. */
function unread(sources: readonly OpenedSource[], { release, sha256 }: SameFiles): Published {
  for (const [index, source] of sources.entries()) source.sha256 = sha256[index];
  const known = said`Release ${release} was made from this very file, byte for byte: it was not read again.`;
  return {
    outcome: 'UNCHANGED',
    release: null,
    rowsRead: 0,
    rowsKept: 0,
    warnings: [...sources.flatMap(({ warnings }) => warnings), new ImportWarning('SAME_FILE', known)],
  };
}

async function pseudonymiser(
  client: pg.PoolClient,
  former: DatasetRow | null,
  sources: readonly OpenedSource[],
  { dataset, pseudonymKey }: ImportOptions,
): Promise<Pseudonymiser> {
  const ids = sources.flatMap(({ table, mapping }) => {
    const index = table.columns.indexOf(mapping.columns.expert);
    return table.sample.map(({ cells }) => String(cells[index] ?? '').trim());
  });
  const kept = former === null ? undefined : await keptPseudonyms(client, former.id, ids);
  return new Pseudonymiser(pseudonymKey, dataset.slug, kept);
}

/** What the ledger was told to measure comes first: its charts begin with it. */
function measuresOf({ measures }: StagedRows, sources: readonly OpenedSource[]): Measure[] {
  const counted = sources.some(({ mapping }) => mapping.columns.units !== undefined);
  const others = (['AMOUNT', 'HOURS', 'IMPROVEMENT'] as const).filter((measure) => measures.has(measure));
  return counted ? ['UNITS', ...others] : [...others, 'UNITS'];
}

function warningsOf(
  staged: StagedRows,
  { unknown }: Professions,
  former: DatasetRow | null,
  checksum: string,
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (former?.checksum === checksum) {
    warnings.push(
      new ImportWarning(
        'SAME_FILE',
        said`This is the very file that release ${former.version} was made from.`,
      ),
    );
  }
  if (staged.undated > 0 && staged.undated < staged.rowsKept) {
    warnings.push(
      new ImportWarning('UNDATED', said`${staged.undated} rows have no date: no period will find them.`),
    );
  }
  if (unknown.size > 0) {
    const rows = [...unknown.values()].reduce((sum, count) => sum + count, 0);
    const names = [...unknown.keys()]
      .slice(0, 5)
      .map((name) => JSON.stringify(name))
      .join(', ');
    warnings.push(
      new ImportWarning(
        'UNKNOWN_PROFESSIONS',
        said`${rows} rows name professions that are no 2018 SOC code or title (${names}${unknown.size > 5 ? said` and more` : ''}): they are kept without one.`,
      ),
    );
  }
  return warnings;
}

function progress(
  sources: readonly OpenedSource[],
  phase: ImportProgress['phase'],
  rowsRead: number,
): ImportProgress {
  const sizes = sources.map(({ table }) => table.size);
  return {
    phase,
    rowsRead,
    bytesRead: sources.reduce((sum, { table }) => sum + table.bytesRead(), 0),
    bytesTotal: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
  };
}

/** A database that goes away, or a total that no number holds, told as what it is. */
function readable(error: unknown): unknown {
  if (error instanceof TacitError || !(error instanceof Error)) return error;
  const { code } = error as { code?: string };
  try {
    if (code === '22003')
      reject(
        'BAD_USER_INPUT',
        said`The amounts add up to more than can be told exactly. Nothing was loaded.`,
      );
    if (code === '53100')
      reject('SERVICE_UNAVAILABLE', said`The disk of the database is full. Nothing was loaded.`);
    if (code?.startsWith('57P') || /Connection terminated|ECONNRESET/.test(error.message)) {
      reject(
        'SERVICE_UNAVAILABLE',
        said`The database went away during the import. Nothing was loaded; try again.`,
      );
    }
  } catch (told) {
    return told;
  }
  return error;
}
