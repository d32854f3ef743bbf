import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { reject } from '../../errors/tacit-error.ts';
import type { ColumnMapping, DatasetOptions, InputFile } from '../import-request.ts';
import { proposeMapping, readSample } from '../propose-mapping.ts';
import { verifyFile } from './verify-file.ts';

/** Files of one shape, how their columns are read, and the dataset they go into. */
export interface PackagedLedger {
  files: InputFile[];
  mapping: ColumnMapping;
  dataset: DatasetOptions;
  /** The columns are proposed from their names and values: nobody has said them. */
  proposed?: boolean;
}

/** What the command line says beside the package; it goes before what the package says. */
export interface PackageWishes {
  resource: string | undefined;
  mapping: Partial<ColumnMapping>;
  dataset: Partial<DatasetOptions>;
  reading: Pick<InputFile, 'format' | 'delimiter' | 'encoding' | 'missingValues'>;
}

const words = z.union([
  z.string().transform((text) => ({ en: text, fr: text })),
  z.object({ en: z.string(), fr: z.string() }),
]);
const licences = z
  .array(z.object({ name: z.string().optional(), title: z.string().optional(), path: z.string().optional() }))
  .optional();

/** What Tacit's own packages add to a resource; all of it may be absent elsewhere. */
const ledger = z
  .object({
    slug: z.string(),
    title: words,
    about: words,
    unit: words,
    kind: z.enum(['LEDGER', 'SIMULATED']),
    protected: z.boolean(),
    pseudonymous: z.boolean(),
    allotment: z.enum(['OPEN', 'CAPPED', 'ASSIGNED']).nullable(),
    citation: z.string().nullable(),
    licence: z.string().nullable(),
    sectorNames: z.record(z.string(), z.object({ en: z.string(), fr: z.string() })),
    columns: z.record(z.string(), z.string()),
  })
  .partial();

/** A resource of version 1 or 2 of the standard, as far as a ledger needs it. */
const resource = z.object({
  name: z.string(),
  path: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  data: z.unknown().optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  hash: z.string().optional(),
  title: z.string().optional(),
  dialect: z
    .union([z.string(), z.object({ delimiter: z.string().optional(), header: z.boolean().optional() })])
    .optional(),
  schema: z
    .union([
      z.string(),
      z.object({ missingValues: z.array(z.union([z.string(), z.object({ value: z.string() })])).optional() }),
    ])
    .optional(),
  licenses: licences,
  ledger: ledger.optional(),
});

const descriptor = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  licenses: licences,
  resources: z.array(resource).min(1),
});

type Resource = z.infer<typeof resource>;

/** Reads a Frictionless Data Package, version 1 or 2, that may come from anywhere: the ledgers in it, ready to import. */
export async function readForeignPackage(path: string, wishes: PackageWishes): Promise<PackagedLedger[]> {
  const found = await readDescriptorFile(path);
  const chosen = choose(found.resources, wishes, path);
  return Promise.all(
    chosen.map(async (each) => {
      const files = await filesOf(each, dirname(path), wishes);
      const own = each.ledger ?? {};
      const mapping = { ...own.columns, ...wishes.mapping } as Partial<ColumnMapping>;
      const [licence] = each.licenses ?? found.licenses ?? [];
      const slug =
        wishes.dataset.slug ??
        own.slug ??
        (chosen.length === 1 ? found.name?.replaceAll(/[._]/g, '-') : undefined);
      if (slug === undefined) {
        reject(
          'BAD_USER_INPUT',
          `${path} does not say which dataset "${each.name}" is: name it with --dataset SLUG.`,
        );
      }
      return {
        files,
        proposed: mapping.expert === undefined,
        mapping:
          mapping.expert === undefined
            ? await proposed(files[0]!, mapping, each.name)
            : (mapping as ColumnMapping),
        dataset: {
          title: own.title ?? each.title ?? found.title,
          licence: (own.licence || licence?.name) ?? licence?.title ?? licence?.path,
          about: own.about,
          unit: own.unit,
          kind: own.kind,
          protected: own.protected,
          pseudonymous: own.pseudonymous,
          allotment: own.allotment ?? undefined,
          citation: own.citation || undefined,
          sectorNames: own.sectorNames,
          ...wishes.dataset,
          slug,
        },
      };
    }),
  );
}

async function readDescriptorFile(path: string): Promise<z.infer<typeof descriptor>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    reject('BAD_USER_INPUT', `${path} cannot be read (${error.code ?? error.message}).`),
  );
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    reject('BAD_USER_INPUT', `${path} is not JSON: ${(error as Error).message}.`);
  }
  const result = descriptor.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`);
  return reject('BAD_USER_INPUT', `${path} is not a data package that can be read:\n${faults.join('\n')}`);
}

/** The one that is named; else all that say they are ledgers; else the only one. */
function choose(
  resources: readonly Resource[],
  { resource: name }: PackageWishes,
  path: string,
): readonly Resource[] {
  const names = resources.map((each) => `"${each.name}"`).join(', ');
  if (name !== undefined) {
    const found = resources.find((each) => each.name === name);
    return [found ?? reject('BAD_USER_INPUT', `${path} has no resource "${name}"; it has ${names}.`)];
  }
  const ledgers = resources.filter((each) => each.ledger !== undefined);
  if (ledgers.length > 0) return ledgers;
  if (resources.length > 1) {
    reject('BAD_USER_INPUT', `${path} has several resources (${names}): name the ledger with --resource.`);
  }
  return resources;
}

async function filesOf(
  { name, path, format, encoding, hash, dialect, schema }: Resource,
  folder: string,
  { reading }: PackageWishes,
): Promise<InputFile[]> {
  if (path === undefined)
    reject('BAD_USER_INPUT', `Resource "${name}" has its rows in the descriptor; put them in a file.`);
  if (typeof dialect === 'object' && dialect.header === false) {
    reject('BAD_USER_INPUT', `Resource "${name}" has no header line; columns are known here by their names.`);
  }
  const missing = typeof schema === 'object' ? schema.missingValues : undefined;
  const paths = (typeof path === 'string' ? [path] : path).map((each) => {
    const inside = normalize(each);
    if (isAbsolute(each) || inside.startsWith('..') || /^\w+:\/\//.test(each)) {
      reject(
        'BAD_USER_INPUT',
        `Resource "${name}": ${each} is not a file in the package's folder; nothing is fetched.`,
      );
    }
    return join(folder, inside);
  });
  if (paths.length === 1) await verifyFile(paths[0]!, hash, name);
  return paths.map((each) => ({
    input: each,
    name: each,
    format: format === 'csv' || format === 'tsv' ? 'csv' : undefined,
    encoding,
    delimiter: typeof dialect === 'object' ? dialect.delimiter : undefined,
    missingValues: missing?.map((value) => (typeof value === 'string' ? value : value.value)),
    ...reading,
  }));
}

async function proposed(
  file: InputFile,
  given: Partial<ColumnMapping>,
  name: string,
): Promise<ColumnMapping> {
  const { columns, currency } = proposeMapping(await readSample(file));
  const mapping = { ...columns, ...(currency === null ? {} : { currency }), ...given };
  const { expert } = mapping;
  if (expert === undefined) {
    reject(
      'BAD_USER_INPUT',
      `Resource "${name}" does not say who did the work: name the column with --expert.`,
    );
  }
  return { ...mapping, expert };
}
