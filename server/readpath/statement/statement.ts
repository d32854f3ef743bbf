import type { GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { requestedCost, type RequestedCost } from '../../graphql/cost/requested-cost.ts';
import type { Document } from '../../graphql/cost/selection.ts';
import { requireAffordable } from '../../graphql/cost/too-complex.ts';
import type { Arguments, Reader } from '../nouns/noun.ts';
import { Compiler, type Counted, type Place } from './compiler.ts';
import { Hole, type AllArguments } from './hole.ts';
import { inlined } from './inlined.ts';
import { writeRoot } from './root.ts';

/** A list of a filter: the argument it is in, and the condition. */
export interface ListPlace {
  index: number;
  condition: string;
}

/** What answers a document for all requests that differ in nothing but what fills its holes. */
export interface Statement {
  text: string;
  parameters: readonly unknown[];
  requested: RequestedCost;
  counts: readonly Counted[];
  /** The protected ledgers whose rows it reads. */
  noted: readonly string[];
}

export interface Compiled {
  statement: Statement;
  places: readonly Place[];
  /** Lists of filters that do not reach the statement as they are: other ones need another statement. */
  opaque: readonly ListPlace[];
}

/** Compiles an operation, with the variables of one request as an example. */
export async function compile(
  document: Document,
  root: GraphQLObjectType,
  operation: OperationDefinitionNode,
  reader: Reader,
): Promise<Compiled> {
  const noted = new Set<string>();
  const compiler = new Compiler(document, {
    ...reader,
    access: { ...reader.access, noteReading: (slug) => void noted.add(slug) },
  });
  const written = await writeRoot(compiler, root, operation.selectionSet);
  const requested = requestedCost(document, root, operation.selectionSet);
  requireAffordable(requested);
  const { sql, parameters } = written.compile(reader.kysely);
  const { traced, opaque } = trace(compiler.given, parameters, compiler.counts.length > 0);
  const { text, kept } = inlined(sql, traced);
  return {
    statement: { text, parameters: kept, requested, counts: compiler.counts, noted: [...noted] },
    places: compiler.places,
    opaque,
  };
}

/**
 * Finds the lists of filters that became parameters as they are, and makes holes of these. What is counted is read by
 * other statements than this one, in which there are no holes: then none is made.
 */
function trace(
  given: AllArguments,
  parameters: readonly unknown[],
  counts: boolean,
): { traced: readonly unknown[]; opaque: ListPlace[] } {
  const lists = new Map<unknown, ListPlace>();
  const all: { list: unknown; place: ListPlace }[] = [];
  for (const [index, { filter }] of given.entries())
    for (const [condition, list] of listsOf(filter)) {
      const place = { index, condition };
      all.push({ list, place });
      if (!counts) lists.set(list, place);
    }
  const found = new Set<unknown>();
  const traced = parameters.map((parameter) => {
    const place = lists.get(parameter);
    if (place === undefined) return parameter;
    found.add(parameter);
    return new Hole((arguments_) => listAt(arguments_, place));
  });
  return { traced, opaque: all.filter(({ list }) => !found.has(list)).map(({ place }) => place) };
}

/** The lists of a filter by the conditions that they are. */
export function listsOf(filter: unknown): [string, unknown[]][] {
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.entries(filter as Arguments).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
}

export function listAt(given: AllArguments, { index, condition }: ListPlace): unknown {
  return (given[index]?.['filter'] as Arguments | undefined)?.[condition];
}
