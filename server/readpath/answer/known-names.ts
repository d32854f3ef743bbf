import { named, requireKnown } from '../../graphql/names/names-plugin.ts';
import type { Arguments } from '../nouns/noun.ts';
import type { Shelf } from './shelves.ts';

/** Stops at a filter that names what there is not; names that were found once are known for their snapshot. */
export async function requireKnownNames(
  { names: known, reader }: Shelf,
  filters: readonly Arguments[],
): Promise<void> {
  for (const filter of filters)
    for (const [condition, names] of Object.entries(filter)) {
      if (!Object.hasOwn(named, condition) || !Array.isArray(names)) continue;
      const news = (names as string[]).filter((name) => !known.has(`${condition} ${name}`));
      if (news.length === 0) continue;
      await requireKnown(reader, condition, news);
      for (const name of news) known.set(`${condition} ${name}`, true);
    }
}
