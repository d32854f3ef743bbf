import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { importFile } from '../../server/imports/import-file.ts';
import type { ImportReport } from '../../server/imports/import-report.ts';
import type { ImportRequest } from '../../server/imports/import-request.ts';
import type { TestDatabase } from '../support/database.ts';

export const testKey = Buffer.alloc(32, 7);

type Wishes = Partial<Omit<ImportRequest, 'dataset'>> & {
  slug?: string;
  dataset?: Partial<ImportRequest['dataset']>;
};

/** Imports content under a name into a dataset of its own, unless one is named. */
export function importText(
  database: TestDatabase,
  content: string | Buffer,
  { slug = freshSlug(), dataset, ...wishes }: Wishes = {},
): Promise<ImportReport> {
  return importFile(database, {
    input: Readable.from([Buffer.from(content)]),
    name: 'ledger.csv',
    mapping: { expert: 'who' },
    pseudonymKey: testKey,
    ...wishes,
    dataset: { slug, ...dataset },
  });
}

/** A slug that no other test has. */
export function freshSlug(): string {
  return `t-${randomBytes(6).toString('hex')}`;
}

export interface Fact {
  expert: string;
  project: string | null;
  sector: string | null;
  period: string;
  units: number;
  hours: number | null;
  amount: number | null;
  currency: string | null;
  improvement: number | null;
}

/** A dataset's facts as they stand, in the order of the file. */
export async function factsOf(database: TestDatabase, slug: string): Promise<Fact[]> {
  const { rows } = await database.pool.query<Fact>(
    `select expert.pseudonym as expert, project.key as project, sector.name_en as sector, period, units, hours,
       amount_minor as amount, currency, improvement
     from earning join dataset on dataset.id = earning.dataset_id
     join expert on expert.id = expert_id left join project on project.id = project_id
     left join sector on sector.id = earning.sector_id
     where dataset.slug = $1 order by period, units, amount_minor, expert`,
    [slug],
  );
  return rows;
}

/** How many rows of a dataset there are anywhere: nothing is left of what was not loaded. */
export async function traces(database: TestDatabase, slug: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `select (select count(*) from dataset where slug = $1)
       + (select count(*) from expert join dataset d on d.id = dataset_id where d.slug = $1)
       + (select count(*) from earning join dataset d on d.id = dataset_id where d.slug = $1)
       + (select count(*) from release join dataset d on d.id = dataset_id where d.slug = $1)
       + (select count(*) from setting where key = 'pseudonym-key.' || $1) as count`,
    [slug],
  );
  return rows[0]!.count;
}

export interface Folder {
  path: (name: string) => string;
  write: (name: string, content: string | Buffer) => Promise<string>;
  remove: () => Promise<void>;
}

/** A folder of the test's own. */
export async function openFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'tacit-import-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async write(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
