import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { CurrentFigure, Language } from './picture-maker.ts';

export const pack = promisify(gzip);
export const unpack = promisify(gunzip);

/** A frozen figure, without what it is drawn from. */
export interface FrozenFigure extends Omit<CurrentFigure, 'data'> {
  id: string;
  checksum: string;
  createdAt: Date;
  /** Whether it rests on a protected ledger. */
  protected: boolean;
}

const columns = [
  'id',
  'checksum',
  'created_at',
  'address',
  'figure',
  'headline',
  'simulated',
  'protected',
  'releases',
  'query',
  'words',
] as const;

/** One frozen figure. */
export async function readFrozen(kysely: Kysely<Tables>, id: string): Promise<FrozenFigure | undefined> {
  const row = await kysely.selectFrom('figure').select(columns).where('id', '=', id).executeTakeFirst();
  return row && frozenOf(row);
}

/** What a frozen figure is drawn from, in one language. */
export async function readFrozenData(
  kysely: Kysely<Tables>,
  id: string,
  language: Language,
): Promise<unknown> {
  const { packed } = await kysely
    .selectFrom('figure')
    .select(sql<Buffer>`${sql.ref(`data_${language}`)}`.as('packed'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse((await unpack(packed)).toString('utf8')) as unknown;
}

/** The bytes that frozen figures and their drawings take on the disk, with their indexes: asked of the files, however many there are. */
export async function sizeOfFigures(kysely: Kysely<Tables>): Promise<number> {
  const { bytes } = await kysely
    .selectNoFrom(
      sql<string>`pg_total_relation_size('figure') + pg_total_relation_size('figure_drawing')`.as('bytes'),
    )
    .executeTakeFirstOrThrow();
  return Number(bytes);
}

/** How many figures were made within a day, counted up to so many. */
export async function madeToday(kysely: Kysely<Tables>, upTo: number): Promise<number> {
  const { made } = await kysely
    .selectFrom((from) =>
      from
        .selectFrom('figure')
        .select('id')
        .where('created_at', '>', sql<Date>`now() - interval '1 day'`)
        .limit(upTo)
        .as('today'),
    )
    .select((eb) => eb.fn.countAll<string>().as('made'))
    .executeTakeFirstOrThrow();
  return Number(made);
}

/** What a figure is drawn from, packed for keeping. */
export async function packData(data: CurrentFigure['data']): Promise<Record<Language, Buffer>> {
  const [en, fr] = await Promise.all([pack(JSON.stringify(data.en)), pack(JSON.stringify(data.fr))]);
  return { en, fr };
}

/** Keeps a figure; true where it was not kept before. */
export async function keepFrozen(
  kysely: Kysely<Tables>,
  figure: Omit<FrozenFigure, 'createdAt'>,
  data: Record<Language, Buffer>,
): Promise<boolean> {
  const { id, checksum, address, headline, simulated, releases, query, words } = figure;
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('figure')
    .values({
      id,
      checksum,
      address,
      figure: figure.figure,
      headline: JSON.stringify(headline),
      simulated,
      protected: figure.protected,
      releases: JSON.stringify(releases),
      query: JSON.stringify(query),
      words: JSON.stringify(words),
      data_en: data.en,
      data_fr: data.fr,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function frozenOf({
  created_at,
  headline,
  releases,
  query,
  words,
  ...row
}: Pick<KeptFigure, (typeof columns)[number]>): FrozenFigure {
  return {
    ...row,
    createdAt: created_at,
    headline: headline as FrozenFigure['headline'],
    releases: releases as FrozenFigure['releases'],
    query: query as FrozenFigure['query'],
    words: words as FrozenFigure['words'],
  };
}

type KeptFigure = Selectable<Tables['figure']>;
