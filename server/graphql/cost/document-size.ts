import { Kind, parse, visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { reject } from '../../errors/tacit-error.ts';
import { limits } from './limits.ts';

/** Shorter ones cannot hold enough of anything to be a burden. */
const harmless = 1000;

/** Texts that were found to be modest, so that what is asked again is not read again: a bounded store. */
const modest = new LRUCache<string, true>({
  maxSize: 4 * 2 ** 20,
  sizeCalculation: (_found, source) => source.length,
});

/**
 * Refuses a document that would take long to validate, before it is: QUERY_TOO_COMPLEX with what it has too many of.
 * What is wrong with its syntax is left to be said by whoever parses it for good.
 */
export function requireModestSource(source: string): void {
  if (source.length < harmless || modest.has(source)) return;
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof RangeError)
      reject('QUERY_TOO_COMPLEX', 'The query is nested too deeply to be read.');
    if (error instanceof Error && error.message.includes('tokens'))
      reject('QUERY_TOO_COMPLEX', `The query has more than ${limits.tokens} tokens.`);
    return;
  }
  requireModestDocument(document);
  modest.set(source, true);
}

/** The same for a document that is parsed already. */
export function requireModestDocument(document: DocumentNode): void {
  const counts = { aliases: 0, directives: 0, fragments: 0, spreads: 0 };
  let depth = 0;
  visit(document, {
    Directive: () => void (counts.directives += 1),
    FragmentDefinition: () => void (counts.fragments += 1),
    FragmentSpread: () => void (counts.spreads += 1),
    Field: ({ alias }) => void (counts.aliases += alias === undefined ? 0 : 1),
    SelectionSet: {
      enter({ selections }) {
        depth += 1;
        if (depth > limits.nesting)
          reject('QUERY_TOO_COMPLEX', `The query has more than ${limits.nesting} levels of braces.`);
        const times = new Map<string, number>();
        for (const selection of selections) {
          if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
          const name =
            selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : '... on a type';
          const count = (times.get(name) ?? 0) + 1;
          times.set(name, count);
          if (count > limits.repeats)
            reject(
              'QUERY_TOO_COMPLEX',
              `The query asks for ${name} more than ${limits.repeats} times in one place.`,
            );
        }
      },
      leave: () => void (depth -= 1),
    },
  });
  for (const [what, count] of Object.entries(counts) as [keyof typeof counts, number][]) {
    if (count > limits[what])
      reject('QUERY_TOO_COMPLEX', `The query has ${count} ${what}; one request may have ${limits[what]}.`);
  }
}
