import { Feed, type Item } from 'feed';
import { anonymous, readableDatasets } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import type { Language } from '../picture-maker.ts';
import { readMoves, type Move } from './moves.sql.ts';
import { noticeMoves } from './notice-moves.ts';
import { readReleaseNews, type ReleaseNews } from './releases.sql.ts';

/** The most entries of a feed. */
const most = 50;

const words = {
  title: { en: 'Tacit: releases, and figures that moved', fr: 'Tacit : versions, et figures qui ont bougé' },
  about: {
    en: 'New releases of the datasets, and cited figures whose headline newer data move.',
    fr: 'Les nouvelles versions des jeux de données, et les figures citées dont le chiffre principal a bougé.',
  },
  release: { en: 'release', fr: 'version' },
  moved: { en: 'Moved:', fr: 'A bougé :' },
  was: { en: 'It was:', fr: 'C’était :' },
  added: { en: 'rows added', fr: 'lignes ajoutées' },
  reversed: { en: 'rows reversed', fr: 'lignes annulées' },
  contributors: { en: 'contributors', fr: 'contributeurs' },
} as const satisfies Record<string, Record<Language, string>>;

export interface FeedOptions {
  locale: Language;
  origin: string;
  /** Only what moves this page: /pay. */
  page?: string;
}

/** Pages that rest on the published facts; the others rest on ledgers, and the home page on both. */
const publishedPages = ['/pay', '/conversion', '/market', '/professions', '/organisations', '/know-how'];

/** What everybody may know of new releases and of figures that moved, as a feed; newest first. */
export async function feedOf(context: Context, { locale, origin, page }: FeedOptions): Promise<Feed> {
  await noticeMoves(context);
  const open = await readableDatasets({ access: anonymous, versions: context.versions });
  const concerned = open.filter(({ kind }) => concerns(kind, page));
  const [releases, moves] = await Promise.all([
    readReleaseNews(
      context.primary,
      concerned.flatMap(({ releaseIds }) => releaseIds),
      most,
    ),
    readMoves(context.primary, most, page),
  ]);
  const prefix = `${origin}${locale === 'fr' ? '/fr' : ''}`;
  const items = [
    ...releases.map((one) => releaseItem(one, locale, prefix)),
    ...moves.map((one) => moveItem(one, locale, prefix)),
  ]
    .toSorted((a, b) => b.date.getTime() - a.date.getTime())
    .slice(0, most);
  const query = page === undefined ? '' : `?page=${encodeURIComponent(page)}`;
  const feed = new Feed({
    id: `${prefix}/feed.xml${query}`,
    title: words.title[locale] + (page === undefined ? '' : ` (${page})`),
    description: words.about[locale],
    link: prefix + (page ?? '/'),
    language: locale,
    updated: items[0]?.date ?? new Date(0),
    copyright: 'CC BY 4.0',
    author: { name: 'Tacit', link: origin },
    feedLinks: { atom: `${prefix}/feed.xml${query}`, json: `${prefix}/feed.json${query}` },
  });
  for (const { title, description = '', ...item } of items)
    feed.addItem({ ...item, title: asHtml(title), description: asHtml(description) });
  return feed;
}

function concerns(kind: ReleaseNews['kind'], page: string | undefined): boolean {
  if (page === undefined || page === '/') return true;
  return publishedPages.some((one) => page.startsWith(one)) === (kind === 'PUBLISHED');
}

function releaseItem(one: ReleaseNews, locale: Language, prefix: string): Item {
  const number = (value: number) => new Intl.NumberFormat(locale === 'fr' ? 'fr' : 'en-GB').format(value);
  const counted = [
    `${number(one.rowsAdded)} ${words.added[locale]}`,
    one.rowsReversed > 0 ? `${number(one.rowsReversed)} ${words.reversed[locale]}` : '',
    one.contributors > 0 ? `${number(one.contributors)} ${words.contributors[locale]}` : '',
  ];
  const link =
    one.kind === 'PUBLISHED' ? `${prefix}/sources` : `${prefix}/concentration?ledger=${one.dataset}`;
  return {
    id: `${prefix}/feed.xml#${one.dataset}-${one.number}`,
    title: `${one.title[locale]}, ${words.release[locale]} ${one.number}`,
    link,
    date: one.publishedAt,
    description: [counted.filter(Boolean).join(', '), one.note].filter(Boolean).join('. '),
  };
}

function moveItem(move: Move, locale: Language, prefix: string): Item {
  return {
    id: `${prefix}/figures/${move.figureId}#${move.noticedAt.getTime()}`,
    title: `${words.moved[locale]} ${move.now[locale]}`,
    link: `${prefix}/figures/${move.figureId}`,
    date: move.noticedAt,
    description: `${words.was[locale]} ${move.before[locale]}`,
  };
}

/** Readers take titles and summaries for HTML. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
