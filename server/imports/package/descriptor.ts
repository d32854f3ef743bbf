import { z } from 'zod';
import { readFile } from 'node:fs/promises';
import { reject } from '../../errors/tacit-error.ts';

const bilingual = z.object({ en: z.string(), fr: z.string() });

const field = z.object({
  name: z.string(),
  type: z
    .enum(['string', 'integer', 'number', 'boolean', 'date', 'yearmonth', 'year', 'any'])
    .default('string'),
  constraints: z
    .object({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
      pattern: z.string().optional(),
      minimum: z.coerce.number().optional(),
      maximum: z.coerce.number().optional(),
    })
    .loose()
    .default({}),
});

const measure = z.enum(['AMOUNT', 'HOURS', 'UNITS', 'IMPROVEMENT']);

/** What a ledger resource says of itself beyond the Frictionless standard: who, what a unit is, how work was allotted. */
const ledger = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: bilingual,
  about: bilingual,
  kind: z.enum(['LEDGER', 'SIMULATED']).default('LEDGER'),
  protected: z.boolean().default(true),
  unit: bilingual,
  allotment: z.enum(['OPEN', 'CAPPED', 'ASSIGNED']).nullable().default(null),
  measures: z.array(measure).min(1),
  citation: z.string(),
  licence: z.string(),
  source: z.string().optional(),
  sectorNames: z.record(z.string(), bilingual).default({}),
  columns: z.object({
    expert: z.string(),
    project: z.string().optional(),
    sector: z.string().optional(),
    profession: z.string().optional(),
    date: z.string().optional(),
    units: z.string().optional(),
    hours: z.string().optional(),
    amount: z.string().optional(),
    currency: z.string().optional(),
    improvement: z.string().optional(),
  }),
});

const resource = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.number().int().optional(),
  hash: z.string().optional(),
  schema: z.object({ fields: z.array(field), missingValues: z.array(z.string()).default(['']) }).loose(),
  ledger: ledger.optional(),
});

const descriptor = z.object({
  name: z.string(),
  version: z.string().optional(),
  resources: z.array(resource).min(1),
});

export type Field = z.infer<typeof field>;
export type LedgerProperties = z.infer<typeof ledger>;
export type LedgerColumns = LedgerProperties['columns'];
export type Resource = z.infer<typeof resource>;
export type PackageDescriptor = z.infer<typeof descriptor>;

/** Reads and checks a datapackage.json; throws BAD_USER_INPUT that names every fault and its place. */
export async function readDescriptor(path: string): Promise<PackageDescriptor> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    reject('BAD_USER_INPUT', `${path} cannot be read (${error.code ?? error.message}).`),
  );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    reject(
      'BAD_USER_INPUT',
      `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const result = descriptor.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`);
  reject('BAD_USER_INPUT', `${path} is not a data package that can be read:\n${faults.join('\n')}`);
}
