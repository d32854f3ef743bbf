import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { reject } from '../errors/tacit-error.ts';

export const manifestName = 'backup.json';
export const keyName = 'pseudonym.key';

const table = z.object({
  name: z.string(),
  /** Of a partition: whose it is and of which rows. */
  parent: z.string().nullable(),
  bound: z.string().nullable(),
  columns: z.array(z.string()),
  file: z.string().regex(/^[\w.-]+$/),
  rows: z.number(),
  sha256: z.string(),
});

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** The PostgreSQL that it was made from; any other that Tacit runs on takes it. */
  postgres: z.string(),
  /** Which migrations had made the tables. */
  migrations: z.array(z.string()),
  /** In an order in which each refers only to those before it. */
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), value: z.number() })),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>;
export type BackedUpTable = z.infer<typeof table>;

/** Reads what is in a backup; BAD_USER_INPUT where the folder is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() =>
    reject('BAD_USER_INPUT', `${folder} is no backup: it has no ${manifestName}.`),
  );
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    reject(
      'BAD_USER_INPUT',
      `${join(folder, manifestName)} is not what a backup of this version of Tacit has.`,
    );
  }
}
