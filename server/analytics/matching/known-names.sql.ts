import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { reject } from '../../errors/tacit-error.ts';

export interface Title {
  en: string;
  fr: string;
}

/** The titles of professions by SOC code. */
export async function readTitles(
  kysely: Kysely<Tables>,
  socCodes: readonly string[],
): Promise<Map<string, Title>> {
  if (socCodes.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('profession')
    .select(['soc_code', 'title_en', 'title_fr'])
    .where('soc_code', 'in', [...new Set(socCodes)])
    .execute();
  return new Map(rows.map((row) => [row.soc_code, { en: row.title_en, fr: row.title_fr }]));
}

/** BAD_USER_INPUT for a sector that does not exist: a score that it silently spoils would be believed. */
export async function requireSectors(kysely: Kysely<Tables>, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return;
  const rows = await kysely.selectFrom('sector').select('slug').where('slug', 'in', slugs).execute();
  const known = new Set(rows.map(({ slug }) => slug));
  const missing = slugs.find((slug) => !known.has(slug));
  if (missing !== undefined) reject('BAD_USER_INPUT', `There is no sector "${missing}".`);
}

/** BAD_USER_INPUT for a profession that does not exist. */
export function requireProfessions(titles: ReadonlyMap<string, Title>, socCodes: readonly string[]): void {
  const missing = socCodes.find((code) => !titles.has(code));
  if (missing !== undefined) reject('BAD_USER_INPUT', `There is no profession "${missing}".`);
}
