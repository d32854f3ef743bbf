import { editDistance } from '../../config-names.ts';

const most = 3;

/** The names that were probably meant, the likeliest first: those that hold what was given, then the least misspelt. */
export function nearest(given: string, names: Iterable<string>): string[] {
  const sought = given.toLowerCase().slice(0, 60);
  const ranked: { name: string; distance: number }[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    const holds = sought.length > 2 && (lower.includes(sought) || sought.includes(lower));
    const distance = holds ? 0 : editDistance(sought, lower);
    if (distance <= Math.max(2, sought.length / 3)) ranked.push({ name, distance });
  }
  return ranked
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
