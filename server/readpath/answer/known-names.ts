import { named, requireKnown } from '../../graphql/names/names-plugin.ts';
import { requirePeriod } from '../../graphql/names/period.ts';
import type { Arguments } from '../nouns/noun.ts';
import type { Shelf } from './shelves.ts';

/** Stops at a filter that names what there is not, or whose period is none; names that were found once are known for their snapshot. */
export async function requireKnownNames(
  { names: known, reader }: Shelf,
  filters: readonly Arguments[],
): Promise<void> {
  for (const filter of filters) {
    requirePeriod(filter);
    for (const [condition, names] of Object.entries(filter)) {
      if (!Object.hasOwn(named, condition) || !Array.isArray(names)) continue;
      // One of these that is known lets the others pass, which are not known by that.
      if (named[condition]!.isOpen === true) {
        await requireKnown(reader, condition, names as string[]);
        continue;
      }
      const news = (names as string[]).filter((name) => !known.has(`${condition} ${name}`));
      if (news.length === 0) continue;
      await requireKnown(reader, condition, news);
      for (const name of news) known.set(`${condition} ${name}`, true);
    }
  }
}
