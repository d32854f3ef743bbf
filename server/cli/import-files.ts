import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readConfig } from '../config.ts';
import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { importFiles } from '../imports/import-file.ts';
import type { ImportReport } from '../imports/import-report.ts';
import type { ColumnMapping, InputFile } from '../imports/import-request.ts';
import { clearLeftovers } from '../imports/ledger/clear-leftovers.ts';
import { readForeignPackage, type PackagedLedger } from '../imports/package/foreign-package.ts';
import { optionOf, type Role } from '../imports/mapping/roles.ts';
import { proposeMapping, readSample } from '../imports/propose-mapping.ts';
import { readPseudonymKey } from '../imports/pseudonyms/pseudonym-key.ts';
import { withDatabase, type Surroundings } from './command.ts';
import type { AskedImport } from './import-arguments.ts';
import { createProgress } from './import-progress.ts';
import { printReport } from './import-report.ts';

/** Does what a command line asks for, a package's ledgers one after the other. Returns the exit code. */
export async function importAsked(
  asked: AskedImport,
  around: Surroundings,
  signal: AbortSignal,
): Promise<number> {
  const { dataDir } = readConfig(around.environment);
  const ledgers = await ledgersOf(asked);
  const key = await readPseudonymKey(dataDir);
  await clearLeftovers(join(dataDir, 'imports'));
  return withDatabase(around, async (database) => {
    const reports: ImportReport[] = [];
    for (const ledger of ledgers) {
      if (ledger.proposed)
        around.err(`Columns as their names and values suggest:\n  ${saidAs(ledger.mapping)}\n`);
      reports.push(await importOne(database, ledger, { asked, around, signal, dataDir, key }));
    }
    if (asked.json) around.out(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
    return reports.some(({ rowsRejected }) => rowsRejected > 0) ? 2 : 0;
  });
}

interface Job {
  asked: AskedImport;
  around: Surroundings;
  signal: AbortSignal;
  dataDir: string;
  key: Buffer;
}

async function importOne(
  database: Database,
  { files, mapping, dataset }: PackagedLedger,
  { asked, around, signal, dataDir, key }: Job,
): Promise<ImportReport> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const folder = asked.reportFolder ?? join(dataDir, 'imports', `${stamp}-${dataset.slug}`);
  const progress = createProgress(around);
  try {
    const report = await importFiles(database, files, {
      ...asked.options,
      mapping,
      dataset,
      pseudonymKey: key,
      rejectionFile: join(folder, 'rejected.csv'),
      signal,
      report: progress.show,
    });
    progress.clear();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    if (!asked.json) around.out(printReport(report, join(folder, 'report.json')));
    return report;
  } finally {
    progress.clear();
  }
}

/** The ledgers that the files hold: one of plain files, several of a package. */
async function ledgersOf(asked: AskedImport): Promise<PackagedLedger[]> {
  const [first = ''] = asked.files;
  if (basename(first) === 'datapackage.json') {
    if (asked.files.length > 1) reject('BAD_USER_INPUT', 'A package is imported by itself.');
    return readForeignPackage(first, { ...asked, reading: asked.reading });
  }
  const { slug } = asked.dataset;
  if (slug === undefined) {
    reject(
      'BAD_USER_INPUT',
      'Say which dataset the file goes into: --dataset SLUG, a new one or one that there is.',
    );
  }
  const files = asked.files.map((path): InputFile => ({
    ...asked.reading,
    input: path === '-' ? process.stdin : path,
    name: path === '-' ? 'standard input' : path,
  }));
  const { expert } = asked.mapping;
  if (expert === undefined) await suggestMapping(files[0]!, asked.mapping);
  return [{ files, mapping: { ...asked.mapping, expert: expert! }, dataset: { ...asked.dataset, slug } }];
}

/** Nobody said who did the work: what names and values suggest is offered, not taken. */
async function suggestMapping(file: InputFile, given: Partial<ColumnMapping>): Promise<never> {
  const missing = 'Say which column tells who did the work: --expert COLUMN.';
  if (typeof file.input !== 'string') reject('BAD_USER_INPUT', missing, { option: '--expert' });
  const sample = await readSample(file);
  const { columns, currency } = proposeMapping(sample);
  const offer = saidAs({ ...columns, ...(currency === null ? {} : { currency }), ...given });
  return reject(
    'BAD_USER_INPUT',
    columns.expert === undefined
      ? `${missing} The columns: ${sample.columns.map((name) => `"${name}"`).join(', ')}.`
      : `${missing} Their names and values suggest:\n  ${offer}`,
    { option: '--expert' },
  );
}

function saidAs(mapping: Partial<ColumnMapping>): string {
  return Object.entries(mapping)
    .map(([role, column]) => `${optionOf(role as Role)} ${JSON.stringify(column)}`)
    .join(' ');
}
