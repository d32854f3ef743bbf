import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import type { FigureTable } from '../figure-table.ts';
import type { FrozenFigure } from '../figures.sql.ts';
import type { DrawOptions, Language } from '../picture-maker.ts';

/** What a file of a figure is made from. */
export interface FileRequest {
  context: Context;
  figure: FrozenFigure;
  locale: Language;
  /** Where this server is, without a slash at the end. */
  origin: string;
  shape: NonNullable<DrawOptions['shape']>;
  theme: NonNullable<DrawOptions['theme']>;
  /** Pixels to a logical pixel, 1 to 4; of pictures made of pixels. */
  scale: number;
  /** Which of its tables, by key; of files that hold one. */
  table?: string;
  /** Writes a file of the same request, or gives it as it was written before; of files that hold others. */
  other?: (format: FileFormat) => Promise<string | Uint8Array>;
}

/** A kind of file that figures leave the house as. */
export interface FileFormat {
  extension: string;
  mediaType: string;
  write(request: FileRequest): Promise<string | Uint8Array>;
}

/** Where a figure lives, in a language. */
export function addressOf({ id }: Pick<FrozenFigure, 'id'>, locale: Language, origin: string): string {
  return `${origin}${locale === 'fr' ? '/fr' : ''}/figures/${id}`;
}

/** The table that a file of one table holds: the one asked for, else the first. */
export function mainTable({ figure, locale, table }: FileRequest): FigureTable {
  const { tables } = figure.words[locale];
  const found = table === undefined ? tables[0] : tables.find(({ key }) => key === table);
  const names = tables.map(({ key }) => key).join(', ');
  return found ?? reject('NOT_FOUND', `The figure has no table "${table}"; it has ${names}.`);
}
