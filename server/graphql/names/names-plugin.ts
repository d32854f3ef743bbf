import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  isInputObjectType,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { reject } from '../../errors/tacit-error.ts';
import { maySee } from '../access.ts';
import { coercedVariables } from '../coerced-variables.ts';
import type { Context } from '../context.ts';
import { namesOf, type Noun } from './known-names.ts';
import { nearest } from './nearest.ts';
import { requirePeriod } from './period.ts';

interface Named {
  noun: Noun;
  /** The query in which all such names stand. */
  list: string;
  /** Words of the facts themselves, of which there will be more: one that is known will do. */
  isOpen?: boolean;
}

/** The conditions of filters that call something by its name. */
export const named: Readonly<Record<string, Named>> = {
  sector: { noun: 'sector', list: 'sectors' },
  profession: { noun: 'profession', list: 'professions' },
  platform: { noun: 'organisation', list: 'organisations' },
  laboratory: { noun: 'organisation', list: 'organisations' },
  organisation: { noun: 'organisation', list: 'organisations' },
  source: { noun: 'source', list: 'sources' },
  metric: { noun: 'metric', list: 'marketFacts', isOpen: true },
  unit: { noun: 'unit', list: 'marketFacts', isOpen: true },
  model: { noun: 'model', list: 'evaluations', isOpen: true },
};

/**
 * Refuses a filter that names what there is not, with what was probably meant, or whose period ends before it begins: an
 * empty answer would say that there is nothing to be found. What only others may see is not there.
 */
export function namesPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (operation === undefined || contextValue.takesAnyName) return;
          const filters = filtersOf(schema, document);
          if (filters.length === 0) return;
          const variables = coercedVariables(schema, operation, request) ?? {};
          const given = valuesOf(filters, variables);
          given.forEach(requirePeriod);
          for (const [condition, names] of namesIn(given))
            await requireKnown(contextValue, condition, [...names]);
        },
      };
    },
  };
}

/** An argument whose input object says which rows are listed. */
export interface FilterArgument {
  value: ValueNode;
  type: GraphQLInputObjectType;
}

const known = new WeakMap<DocumentNode, readonly FilterArgument[]>();

/** The filters of a document; walked through once, since Apollo keeps documents parsed. */
export function filtersOf(schema: GraphQLSchema, document: DocumentNode): readonly FilterArgument[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const filters: FilterArgument[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument({ value }) {
        const type = getNamedType(types.getInputType());
        if (isInputObjectType(type) && type.name.endsWith('Filter')) filters.push({ value, type });
      },
    }),
  );
  known.set(document, filters);
  return filters;
}

/** What filters hold, those that are null left out. */
function valuesOf(
  filters: readonly FilterArgument[],
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>>[] {
  return filters
    .map(({ value, type }): unknown => valueFromAST(value, type, variables))
    .filter((filter) => typeof filter === 'object' && filter !== null)
    .map((filter) => filter as Record<string, unknown>);
}

/** What filters name, by the condition that names it. */
function namesIn(filters: readonly Readonly<Record<string, unknown>>[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const filter of filters) {
    for (const [condition, names] of Object.entries(filter)) {
      if (!Object.hasOwn(named, condition) || !Array.isArray(names)) continue;
      const all = found.get(condition) ?? new Set<string>();
      for (const name of names as string[]) all.add(name);
      found.set(condition, all);
    }
  }
  return found;
}

/** Stops an operation whose filter names what the caller cannot know of. */
export async function requireKnown(
  context: Pick<Context, 'access' | 'pool' | 'kysely' | 'versions'>,
  condition: string,
  asked: string[],
): Promise<void> {
  const { noun, list, isOpen = false } = named[condition]!;
  // PostgreSQL's text holds no zero byte, and says so itself.
  if (asked.some((name) => name.includes('\0'))) return;
  const names = await namesOf(context.pool, context.kysely, noun, asked);
  const visible = await visibleTo(context, names);
  const unknown = asked.find((name) => !visible.has(name));
  if (unknown === undefined || (isOpen && asked.some((name) => visible.has(name)))) return;
  const meant = nearest(unknown, visible);
  const words = meant.map((name) => `"${name}"`).join(' or ');
  const given = unknown.length > 60 ? `${unknown.slice(0, 60)}…` : unknown;
  reject(
    'BAD_USER_INPUT',
    `filter.${condition} names "${given}", which there is not. ${words ? `Did you mean ${words}? ` : ''}The query ${list} lists ${isOpen ? 'those there are' : 'all'}.`,
    { argument: `filter.${condition}`, nearest: meant },
  );
}

async function visibleTo(
  { access, versions }: Pick<Context, 'access' | 'versions'>,
  names: ReadonlyMap<string, number | null>,
): Promise<Set<string>> {
  const datasets = [...names.values()].some((id) => id !== null) ? await versions.all() : null;
  const visible = new Set<string>();
  for (const [name, id] of names) {
    const dataset = id === null ? undefined : datasets?.get(id);
    if (id === null || (dataset !== undefined && maySee(access, dataset))) visible.add(name);
  }
  return visible;
}
