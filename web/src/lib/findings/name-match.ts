/** A name as it is compared: without case and accents. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether a name holds every word of a query, in any order, whatever the case and the accents. */
export function nameMatches(name: string, query: string): boolean {
  const known = plain(name);
  return plain(query)
    .split(/\s+/)
    .every((word) => known.includes(word));
}
