import { LRUCache } from 'lru-cache';
import { mostBytesOf, noteCache, watchCache } from '../signals/caches.ts';
import { reject } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { makerOf } from './create-figure.ts';
import { rasterise } from './files/png.ts';
import type { Language } from './picture-maker.ts';

const kept = watchCache(
  'share images',
  new LRUCache<string, Uint8Array>({
    maxSize: mostBytesOf['share images'],
    sizeCalculation: ({ length }) => length,
  }),
);

const home = '/';

/**
 * The lead figure of a page as it is now, 1280 × 720: what is shown where somebody shares the page's address. Of a page
 * that has none now it is the home page's.
 */
export async function shareImage(
  context: Context,
  page: string,
  locale: Language,
  origin: string,
  pay: () => Promise<void>,
): Promise<Uint8Array> {
  const versions = [...(await context.versions.all()).values()].map(
    ({ slug, version }) => `${slug}${version}`,
  );
  const key = [page, locale, origin, context.access.mayReadAggregates ?? false, ...versions.sort()].join(' ');
  const known = kept.get(key);
  noteCache('share images', known !== undefined);
  if (known) return known;
  await pay();
  const maker = makerOf(context);
  const [name] = await maker.names(page, context.access);
  if (name === undefined) {
    if (page === home) reject('NOT_FOUND', 'The page has no figure now.');
    return shareImage(context, home, locale, origin, pay);
  }
  const { address, data } = await maker.read(page, name, context.access);
  const svg = maker.of(address, name, data[locale], locale).svg({
    shape: '16:9',
    theme: 'light',
    brief: true,
    origin,
    address: origin + (locale === 'fr' ? '/fr' : '') + address,
  });
  const image = await rasterise(svg, 1);
  kept.set(key, image);
  return image;
}
