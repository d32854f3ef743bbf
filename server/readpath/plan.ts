import {
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  valueFromAST,
  visit,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { rootType } from '../graphql/cost/requested-cost.ts';
import type { Document } from '../graphql/cost/selection.ts';
import type { Prepared } from './document/prepared.ts';
import type { Literal } from './document/spelling.ts';
import type { Arguments } from './nouns/noun.ts';
import type { Place } from './statement/compiler.ts';
import { listsOf, type ListPlace } from './statement/statement.ts';

/** Operations of one document, and ways of leaving fields out of them, that are remembered. */
const mostQuestions = 64;

let plans = 0;

/** What a request asks of a plan. */
export interface Question {
  /** Names the operation, and which of its fields are left out. */
  name: string;
  operation: OperationDefinitionNode;
  root: GraphQLObjectType;
  document: Document;
  /** The filters in the whole document, also in fields that are left out. */
  filters: readonly Arguments[];
}

/** How a question's arguments are told apart; known once it was compiled. */
export interface Outline {
  places: readonly Place[];
}

/** A document as all requests share it that send it. */
export class Plan {
  readonly #schema: GraphQLSchema;
  readonly #prepared: Prepared;
  readonly #number = (plans += 1);
  readonly #switches: readonly string[];
  /** By the question's name. */
  readonly outlines = new LRUCache<string, Outline>({ max: mostQuestions });
  readonly #notOurs = new LRUCache<string, true>({ max: mostQuestions });

  constructor(schema: GraphQLSchema, prepared: Prepared) {
    this.#schema = schema;
    this.#prepared = prepared;
    this.#switches = switchesOf(prepared);
  }

  /** Remembers that a question holds a field that is not known here. */
  notOurs(question: string): void {
    this.#notOurs.set(question, true);
  }

  /** Does it hold such a field whatever is asked? */
  get isHopeless(): boolean {
    return this.#notOurs.size > 0 && this.#switches.length === 0 && this.#prepared.operations.length === 1;
  }

  isNotOurs(question: string): boolean {
    return this.#notOurs.has(question);
  }

  /** What a request asks; null where Apollo has to say what is wrong with it. */
  question(
    literals: readonly Literal[],
    operationName: string | undefined,
    given: Readonly<Record<string, unknown>>,
  ): Question | null {
    const operation = this.#operation(operationName);
    if (operation === undefined || operation.operation !== OperationTypeNode.QUERY) return null;
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    if (coerced === undefined) return null;
    const variables = { ...coerced };
    for (const [index, { name, type }] of this.#prepared.slots.entries()) {
      const literal = literals[index];
      const value: unknown = literal && valueFromAST(literal as ValueNode, type);
      if (value === undefined) return null;
      variables[name] = value;
    }
    const document = { schema: this.#schema, fragments: this.#prepared.fragments, variables };
    const root = rootType(document, operation.operation);
    if (root === null) return null;
    const filters: Arguments[] = [];
    for (const { value, type } of this.#prepared.filters) {
      const filter: unknown = valueFromAST(value, type, variables);
      if (typeof filter === 'object' && filter !== null) filters.push(filter as Arguments);
    }
    const left = this.#switches.map((name) => (variables[name] === true ? '1' : '0')).join('');
    return { name: `${this.#number} ${operationName ?? ''} ${left}`, operation, root, document, filters };
  }

  #operation(name: string | undefined): OperationDefinitionNode | undefined {
    const { operations } = this.#prepared;
    if (name === undefined) return operations.length === 1 ? operations[0] : undefined;
    return operations.find((operation) => operation.name?.value === name);
  }
}

/** The variables that decide which fields are left out. */
function switchesOf({ operations, fragments }: Prepared): string[] {
  const names = new Set<string>();
  for (const definition of [...operations, ...fragments.values()])
    visit(definition, {
      Directive({ arguments: given = [] }) {
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  return [...names];
}

/** The arguments of every field that takes any, as a request gives them. */
export function argumentsAt(places: readonly Place[], { variables }: Document): Arguments[] {
  return places.map(({ field, node }) => getArgumentValues(field, node, variables));
}

/** What of the arguments the statement's text may depend on: all but what cursors and lists of filters hold. */
export function shapeOf(given: readonly Arguments[]): string {
  return given.map(shape).join(' ');
}

/** By hand, since `JSON.stringify` calls back for every value of which it is to write another. */
function shape(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return JSON.stringify(value) ?? '';
  let text = '{';
  for (const [name, below] of Object.entries(value)) {
    const isCursor = (name === 'after' || name === 'before') && typeof below === 'string';
    text += `${name}:${isCursor ? '…' : shape(below)},`;
  }
  return `${text}}`;
}

/** What the lists hold that a statement has taken up. */
export function opaqueOf(given: readonly Arguments[], opaque: readonly ListPlace[]): string {
  return JSON.stringify(
    opaque.map(
      ({ index, condition }) => listsOf(given[index]?.['filter']).find(([name]) => name === condition)?.[1],
    ),
  );
}
