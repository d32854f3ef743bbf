import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { pack, unpack } from './figures.sql.ts';
import { languages, type Language } from './picture-maker.ts';

/** A figure as it was drawn once. */
export interface KeptDrawing {
  svg: string;
  drawnAt: Date;
}

/** A drawing ready for keeping. */
export interface PackedDrawing {
  language: Language;
  checksum: string;
  svg: Buffer;
}

/** The SHA-256 of a drawing. */
export const checksumOfDrawing = (svg: string): string => createHash('sha256').update(svg).digest('hex');

export async function packDrawing(svg: string, language: Language): Promise<PackedDrawing> {
  return { language, checksum: checksumOfDrawing(svg), svg: await pack(svg) };
}

/** Keeps a drawing where none is kept yet. */
export async function keepDrawing(
  kysely: Kysely<Tables>,
  figure_id: string,
  drawing: PackedDrawing,
): Promise<void> {
  await kysely
    .insertInto('figure_drawing')
    .values({ figure_id, ...drawing })
    .onConflict((conflict) => conflict.columns(['figure_id', 'language']).doNothing())
    .execute();
}

/** The drawing that was kept of a figure. */
export async function readDrawing(
  kysely: Kysely<Tables>,
  id: string,
  language: Language,
): Promise<KeptDrawing | undefined> {
  const row = await kysely
    .selectFrom('figure_drawing')
    .select(['svg', 'drawn_at'])
    .where('figure_id', '=', id)
    .where('language', '=', language)
    .executeTakeFirst();
  return row && { svg: (await unpack(row.svg)).toString('utf8'), drawnAt: row.drawn_at };
}

/** The bytes of a figure's data and drawings, where its drawing in that language is not kept yet; else nothing. */
export async function sizeWithoutDrawing(
  kysely: Kysely<Tables>,
  id: string,
  language: Language,
): Promise<number | undefined> {
  const row = await kysely
    .selectFrom('figure')
    .select(({ fn, ref, selectFrom }) => [
      fn<number>('octet_length', [ref('data_en')]).as('en'),
      fn<number>('octet_length', [ref('data_fr')]).as('fr'),
      selectFrom('figure_drawing')
        .select(({ fn, ref }) => fn.sum<string>(fn('octet_length', [ref('svg')])).as('bytes'))
        .where('figure_id', '=', id)
        .as('drawings'),
    ])
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('figure_drawing')
            .select('figure_id')
            .where('figure_id', '=', id)
            .where('language', '=', language),
        ),
      ),
    )
    .executeTakeFirst();
  return row && row.en + row.fr + Number(row.drawings ?? 0);
}

/** The next figures, by id, that are not kept as drawn in every language. */
export async function idsWithoutDrawing(
  kysely: Kysely<Tables>,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await kysely
    .selectFrom('figure')
    .select('id')
    .where('id', '>', after)
    .where(
      ({ selectFrom, fn }) =>
        selectFrom('figure_drawing')
          .select(fn.countAll<number>().as('kept'))
          .whereRef('figure_id', '=', 'figure.id'),
      '<',
      languages.length,
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
