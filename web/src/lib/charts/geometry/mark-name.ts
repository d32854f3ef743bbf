type Seen = string | readonly string[] | null | undefined;

/**
 * The name of a mark: the texts that are seen in it, in their order, so that whoever speaks them finds it, and after
 * them what the columns mean or what had to be cut.
 */
export function markName(
  seen: readonly Seen[],
  more: readonly (string | false | null | undefined)[] = [],
): string {
  const texts = seen.flat().filter((text) => text !== null && text !== undefined && text !== '');
  const rest = more.filter((text) => typeof text === 'string' && text !== '');
  return texts.join(' ') + (rest.length > 0 ? ` (${rest.join(', ')})` : '');
}

/** The whole name where it holds what is seen, word by word; else what is seen first, and the whole after it. */
export function nameHolding(seen: readonly Seen[], whole: string): string {
  const shown = wordsOf(markName(seen));
  return ` ${wordsOf(whole)} `.includes(` ${shown} `) || shown === '' ? whole : markName(seen, [whole]);
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
