import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { CurrentFigure } from '../picture-maker.ts';

/** A figure whose headline newer data moved. */
export interface Move {
  figureId: string;
  page: string;
  figure: string;
  noticedAt: Date;
  before: { en: string; fr: string };
  now: { en: string; fr: string };
}

/** The ids of the newest figures that everybody may see. */
export async function readWatched(kysely: Kysely<Tables>, most: number): Promise<string[]> {
  const rows = await kysely
    .selectFrom('figure')
    .select('id')
    .where('protected', '=', false)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that a figure moved; once for what it moved to. */
export async function noteMove(
  kysely: Kysely<Tables>,
  figureId: string,
  checksum: string,
  { words, releases }: Pick<CurrentFigure, 'words' | 'releases'>,
): Promise<void> {
  await kysely
    .insertInto('figure_move')
    .values({
      figure_id: figureId,
      checksum,
      finding_en: words.en.finding,
      finding_fr: words.fr.finding,
      releases: JSON.stringify(releases),
    })
    .onConflict((conflict) => conflict.columns(['figure_id', 'checksum']).doNothing())
    .execute();
}

/** The newest moves of figures that everybody may see, of one page or of all. */
export async function readMoves(
  kysely: Kysely<Tables>,
  most: number,
  page: string | undefined,
): Promise<Move[]> {
  const rows = await kysely
    .selectFrom('figure_move')
    .innerJoin('figure', 'figure.id', 'figure_move.figure_id')
    .select(['figure_id', 'address', 'figure', 'noticed_at', 'words', 'finding_en', 'finding_fr'])
    .where('figure.protected', '=', false)
    .$if(page !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('figure.address', '=', page!), eb('figure.address', 'like', `${likeText(page!)}?%`)]),
      ),
    )
    .orderBy('noticed_at', 'desc')
    .orderBy('figure_move.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ words, ...row }) => {
    const before = words as CurrentFigure['words'];
    return {
      figureId: row.figure_id,
      page: row.address,
      figure: row.figure,
      noticedAt: row.noticed_at,
      before: { en: before.en.finding, fr: before.fr.finding },
      now: { en: row.finding_en, fr: row.finding_fr },
    };
  });
}

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
