import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { ImportReport } from '../../server/imports/import-report.ts';
import type { ImportParameters } from '../../server/http/import/parameters.ts';
import { ImportReports } from '../../server/http/import/reports.ts';
import type { Arriving, ImportService } from '../../server/http/import/service.ts';
import { openApp } from './support.ts';

export interface Received {
  name: string;
  parameters: ImportParameters;
  /** The whole file, or why there is none. */
  file: string | Error;
  aborted: boolean;
}

const report: ImportReport = {
  outcome: 'LOADED',
  dataset: 'mine',
  dryRun: false,
  release: { number: 1, rowsAdded: 2, rowsReversed: 0, contributors: 2 },
  files: [],
  rowsRead: 2,
  rowsKept: 2,
  rowsRejected: 0,
  rejections: [],
  cellsRejected: 0,
  rejectionFile: null,
  warnings: [],
  seconds: 0.1,
  phases: {},
};

/** The server over an importer that keeps what it was given and reports what it is told to. */
export async function openImports(
  answer: Partial<ImportReport> | Error = {},
  options: Parameters<typeof openApp>[0] = {},
) {
  const received: Received[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'tacit-uploads-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const take = async ({ file, name, parameters, signal }: Arriving): Promise<void> => {
    const one: Received = { name, parameters, file: new Error('still arriving'), aborted: false };
    received.push(one);
    signal.addEventListener('abort', () => (one.aborted = true));
    try {
      one.file = (await buffer(file)).toString();
    } catch (error) {
      one.file = error as Error;
      throw error;
    }
  };
  const service: ImportService = {
    run: async (arriving) => {
      await take(arriving);
      if (answer instanceof Error) throw answer;
      if (answer.rejectionFile) await writeFile(arriving.rejectionFile, answer.rejectionFile);
      return { ...report, ...answer, rejectionFile: answer.rejectionFile ? arriving.rejectionFile : null };
    },
    preview: async (arriving) => {
      await take(arriving);
      return { partial: arriving.partial } as never;
    },
  };
  const reports = new ImportReports(folder);
  const { url } = await openApp({ imports: { service, reports }, ...options });
  return { url, received, reports };
}

export const admin = { authorization: 'Bearer admin' };

/** A form with fields, then a file. */
export function form(
  fields: Record<string, string>,
  file = 'who,paid\na,1\nb,2\n',
  name = 'pay.csv',
): FormData {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.append(key, value);
  data.append('file', new Blob([file], { type: 'text/csv' }), name);
  return data;
}
