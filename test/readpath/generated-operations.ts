import fc, { type Arbitrary, type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { nouns } from '../../server/readpath/nouns/query.ts';
import type { Operation } from './two-apis.ts';

/** Values that filters can be given, by the condition; so that answers are not all empty. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

const roots = [
  'sectors',
  'professions',
  'organisations',
  'sources',
  'marketFacts',
  'payObservations',
  'datasets',
  'dataset',
  'projects',
  'experts',
  'earnings',
];

/** Lists below which further ones are not generated: their product would be too costly to be answered. */
const deepest = 3;

/** An operation, and what its variables are when it is asked again. */
export interface Repeated extends Operation {
  again: Record<string, unknown>;
}

/** Operations over the schema's lists as clients might write them, well and badly. */
export function operations(schema: GraphQLSchema, pool: Pool): Arbitrary<Repeated> {
  return fc.gen().map((g) => new Writer(schema, pool, g).operation());
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #pool: Pool;
  readonly #g: GeneratorValue;
  readonly #variables: { name: string; type: string; value: unknown; again: unknown; given: boolean }[] = [];
  readonly #fragments: string[] = [];
  #lists = 0;

  constructor(schema: GraphQLSchema, pool: Pool, g: GeneratorValue) {
    this.#schema = schema;
    this.#pool = pool;
    this.#g = g;
  }

  operation(): Repeated {
    const query = this.#schema.getQueryType()!;
    const fields = this.#times(1, this.#chance(4) ? 2 : 1, () => this.#field(query, this.#among(roots), 0));
    if (this.#chance(15)) fields.push('__typename');
    const selection = fields.join(' ');
    const given = this.#variables.filter((variable) => variable.given);
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const named = this.#chance(3);
    const head = `query ${named ? 'Asked' : ''}${declared === '' ? '' : `(${declared})`}`;
    const other = named && this.#chance(3) ? ' query Other { sectors { nodes { slug } } }' : '';
    const text = `${head} { ${selection} } ${this.#fragments.join(' ')}${other}`;
    return {
      query: this.#chance(40) ? text.replace('slug', 'slugg') : text,
      ...(given.length > 0 && {
        variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
      }),
      ...(named && { operationName: this.#chance(40) ? 'Missing' : 'Asked' }),
      again: Object.fromEntries(given.map(({ name, again }) => [name, again])),
      ...(this.#chance(2) && { key: this.#among(['read', 'ledger', 'ledger'] as const) }),
    };
  }

  #field(type: GraphQLObjectType, name: string, depth: number): string {
    if (name === '__typename') return `${this.#alias()}__typename`;
    const field = type.getFields()[name]!;
    const alias = this.#alias();
    const given = this.#arguments(field, depth);
    const directive = this.#directive();
    const below = getNamedType(field.type);
    const selection = isObjectType(below) ? ` { ${this.#selection(below, depth + 1)} }` : '';
    return `${alias}${name}${given}${directive}${selection}`;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const names = Object.values(type.getFields())
      .filter((field) => this.#isWanted(type, field, depth))
      .map(({ name }) => name);
    const rows = names.filter((name) => name === 'nodes' || name === 'edges');
    const chosen = this.#times(1, 5, () => this.#among(rows.length > 0 && !this.#chance(3) ? rows : names));
    const fields = [...new Set(chosen)].map((name) => this.#field(type, name, depth));
    if (this.#chance(12)) fields.push(this.#field(type, '__typename', depth));
    return this.#chance(5) ? this.#wrapped(type, fields) : fields.join(' ');
  }

  /** What belongs to no list is asked for rarely, and not what is long to compute. */
  #isWanted(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): boolean {
    const below = getNamedType(field.type);
    if (field.args.some(({ name, type }) => name !== 'slug' && String(type).endsWith('!'))) return false;
    const noun = Object.hasOwn(nouns, type.name) ? nouns[type.name] : undefined;
    if (noun !== undefined && !Object.hasOwn(noun.fields, field.name) && !this.#chance(40)) return false;
    if (!isCompositeType(below)) return true;
    if (!isObjectType(below) || depth > 7) return false;
    const known =
      /(Connection|Edge|PageInfo)$|^(Money|Exposure|Dataset|Expert|Project|Earning|Sector|Profession|Organisation|PayObservation|MarketFact|Source)$/;
    if (!known.test(below.name)) return this.#chance(60) && /^(Wage|Release)/.test(below.name);
    if (isListType(getNullableType(field.type))) return field.name === 'nodes' || field.name === 'edges';
    return !below.name.endsWith('Connection') || this.#lists < deepest;
  }

  #wrapped(type: GraphQLObjectType, fields: readonly string[]): string {
    const half = Math.floor(fields.length / 2);
    const inside = fields.slice(half).join(' ');
    const condition = this.#chance(4) && type.getInterfaces().length > 0 ? 'Node' : type.name;
    const before = fields.slice(0, half).join(' ');
    const directive = this.#directive();
    if (condition === 'Node') return `${before} ... on Node${directive} { id } ${inside}`;
    if (this.#chance(2)) return `${before} ... on ${condition}${directive} { ${inside} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition} { ${inside} }`);
    return `${before} ...${name}${directive}`;
  }

  #alias(): string {
    return this.#chance(5) ? `${this.#among(['a', 'b', '_c', 'd1', 'E', 'nodes'])}: ` : '';
  }

  #directive(): string {
    if (!this.#chance(12)) return '';
    const value = this.#g(fc.boolean);
    const condition = this.#chance(2)
      ? String(value)
      : this.#variable('Boolean!', value, this.#chance(4) ? !value : value);
    return ` @${this.#among(['skip', 'include'])}(if: ${condition})`;
  }

  #arguments({ args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const isList = getNamedType(type).name.endsWith('Connection');
    if (isList) this.#lists += 1;
    const given: string[] = [];
    for (const argument of args.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const isNeeded = String(argument.type).endsWith('!');
      const isSize = argument.name === 'first' && depth > 0;
      const isRare = argument.name === 'after' || argument.name === 'before';
      // Both sizes at once are wrong: rarely.
      if (argument.name === 'last' && given.some((one) => one.startsWith('first')) && !this.#chance(30))
        continue;
      // A cursor is of the list's own order, or another is wrong: rarely.
      if (
        argument.name === 'orderBy' &&
        given.some((one) => /^(after|before)/.test(one)) &&
        !this.#chance(20)
      )
        continue;
      const from =
        isRare && !this.#chance(25) ? `${argument.name} ${getNamedType(type).name}` : argument.name;
      if (isNeeded || (isSize && !this.#chance(6)) || this.#chance(isRare ? 10 : 3))
        given.push(`${argument.name}: ${this.#argument(argument, from, depth)}`);
    }
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  #argument({ type }: GraphQLArgument, name: string, depth: number): string {
    const value = this.#value(name, type, depth);
    if (!this.#chance(3)) return literal(value, type);
    const wrong = this.#chance(40);
    const again = this.#value(name, type, depth);
    return this.#variable(String(type), wrong ? { wrong: true } : value, again, !this.#chance(40));
  }

  #value(name: string, type: GraphQLInputType, depth: number): unknown {
    const bare = getNullableType(type);
    if (bare === type && this.#chance(20)) return null;
    if (isListType(bare)) {
      if (this.#chance(6)) return this.#value(name, getNullableType(bare.ofType), depth);
      return this.#times(0, 3, () => this.#value(name, getNullableType(bare.ofType), depth));
    }
    if (isEnumType(bare)) return this.#among(bare.getValues().map((value) => value.name));
    if (isInputObjectType(bare)) return this.#input(bare.getFields(), depth);
    switch (name) {
      case 'first':
      case 'last':
        return this.#chance(60)
          ? this.#among([0, -1, 101, 3e9])
          : this.#g(fc.integer, { min: 1, max: depth > 0 ? 4 : 8 });
      default: {
        const known = this.#pool[name];
        if (bare.toString() === 'Boolean') return this.#g(fc.boolean);
        if (bare.toString() === 'Int') return this.#g(fc.integer, { min: 0, max: 6 });
        return known === undefined || this.#chance(100)
          ? this.#among(['nothing', '', 'a"b\\c', '%'])
          : this.#among(known);
      }
    }
  }

  #input(fields: Readonly<Record<string, { name: string; type: GraphQLInputType }>>, depth: number): unknown {
    const given: [string, unknown][] = [];
    for (const { name, type } of Object.values(fields))
      if (String(type).endsWith('!') ? name === 'field' || this.#chance(2) : this.#chance(5))
        given.push([name, this.#value(name, type, depth)]);
    return Object.fromEntries(given);
  }

  #variable(type: string, value: unknown, again: unknown, given = true): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value, again, given });
    return `$${name}`;
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    return this.#g(fc.integer, { min: 1, max: times }) === 1;
  }

  #among<Value>(values: readonly Value[]): Value {
    return values[this.#g(fc.integer, { min: 0, max: values.length - 1 })]!;
  }

  #times<Value>(least: number, most: number, make: () => Value): Value[] {
    return Array.from({ length: this.#g(fc.integer, { min: least, max: most }) }, make);
  }
}

/** A value as a document writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const item = isListType(bare) ? bare.ofType : bare;
    return `[${value.map((one) => literal(one, item as GraphQLInputType)).join(', ')}]`;
  }
  const named = getNamedType(bare);
  if (isInputObjectType(named)) {
    const fields = Object.entries(value as object).map(
      ([name, below]) => `${name}: ${literal(below, named.getFields()[name]!.type)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}
