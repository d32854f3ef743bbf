import { pages } from '../../web/src/lib/pages.ts';

/** Every page whose address is known beforehand. */
export const known: readonly string[] = [
  ...pages,
  '/conversion?sector=law&occupation=23-1011',
  '/conversion/occupations',
  '/conversion/evidence',
  '/professions',
  '/professions/23-1011',
  '/experts/match?profession=lawyer',
  '/sources/bi-bankers-pay',
  '/organisations',
  '/graphql',
  '/search?q=banker',
  '/personal-data',
];

/** Pages that list others, and where those stand. */
const lists = [
  ['/', '/claims/'],
  ['/experts', '/experts/'],
  ['/organisations', '/organisations/'],
  ['/projects', '/projects/'],
] as const;

/** Every page of a site: those known beforehand, and the first that each of its lists leads to. */
export async function everyAddress(site: string): Promise<string[]> {
  return [...known, ...(await listedAddresses(site))];
}

/** The first page that each of the lists leads to. */
export async function listedAddresses(site: string): Promise<string[]> {
  const found = await Promise.all(lists.map(([list, under]) => firstOf(site, list, under)));
  return found.flatMap((address) => address ?? []);
}

async function firstOf(site: string, list: string, under: string): Promise<string | undefined> {
  const html = await (await fetch(site + list, { headers: { accept: 'text/html' } })).text();
  const links = html.slice(html.indexOf('<main')).matchAll(/href="([^"#?]+)"/g);
  return [...links]
    .map(([, href]) => href)
    .find((href) => href?.startsWith(under) && !href.endsWith('/match'));
}

/** Pages that are kept from search engines on purpose. */
export const unlisted = /^(\/fr)?\/search/;

/** The French twin of an address. */
export const inFrench = (address: string): string => (address === '/' ? '/fr' : `/fr${address}`);
