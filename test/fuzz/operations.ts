import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isAbstractType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { hostileTexts } from './hostile-texts.ts';
import type { KnownValues } from './known-values.ts';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  /** Whose key it is sent with. */
  scope: 'nobody' | 'read' | 'ledger' | 'admin';
}

const deepest = 6;

// Made once each: a generator looks through the arguments of all that it made before.
const anyInt = () =>
  fc.oneof(fc.integer(), fc.constantFrom(0, 1, -1, 2, 12, 100, 101, 2 ** 31 - 1, -(2 ** 31)));
const anyFloat = () =>
  fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1 }),
    fc.constantFrom(0, 0.2, 0.5, 1, -0.5, 2, 1e308, 5e-324),
  );
const anyText = () =>
  fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }));
const anyJson = () => fc.jsonValue({ maxDepth: 3 });
const anyShare = () => fc.double({ noNaN: true, min: 0, max: 1 });
const dates = [
  ...['2024-01-01', '2025-06-30', '2024-02-30', '0001-01-01', '9999-12-31', '2024', '2024-05', '2024-13'],
  ...['2024-05-01T00:00:00Z', '-271821-04-20', 'now'],
];
/** What fits the type, for those who write with care. */
const fitting: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 2, 3, 5, 12],
  Float: [0, 0.1, 0.2, 0.5, 1],
  Date: ['2024-01-01', '2025-06-30', '2026-11-29'],
  PartialDate: ['2024', '2024-05', '2025-06-30'],
  DateTime: ['2024-05-01T00:00:00Z', '2026-01-31T12:30:00Z'],
  Decimal: ['0', '12.50', '100'],
  URL: ['https://example.org/'],
};
const decimals = ['0', '12.50', '-1', '1e400', '99999999999999999999999999.99', 'NaN', 7];
const addresses = ['https://example.org/', 'javascript:alert(1)', 'file:///etc/passwd', '//x'];

/** Writes one operation over the whole schema: two in three with care, so that what lies behind the door is tried; the others not. */
export function writeOperation(g: fc.GeneratorValue, schema: GraphQLSchema, known: KnownValues): Operation {
  const careful = g(fc.integer, { min: 0, max: 2 }) !== 0;
  const writer = new OperationWriter(g, schema, known, careful);
  const operation = writer.write();
  return !careful && g(fc.integer, { min: 0, max: 6 }) === 0
    ? { ...operation, query: damaged(g, operation.query) }
    : operation;
}

class OperationWriter {
  readonly #g: fc.GeneratorValue;
  readonly #schema: GraphQLSchema;
  readonly #known: KnownValues;
  readonly #careful: boolean;
  readonly #variables = new Map<string, { type: string; value: unknown }>();

  constructor(g: fc.GeneratorValue, schema: GraphQLSchema, known: KnownValues, careful: boolean) {
    this.#g = g;
    this.#careful = careful;
    this.#schema = schema;
    this.#known = known;
  }

  write(): Operation {
    const mutates = this.#oneIn(12);
    const root = mutates ? this.#schema.getMutationType()! : this.#schema.getQueryType()!;
    const selection = this.#selection(root, 0);
    const declared = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    return {
      query: `${mutates ? 'mutation' : 'query'}${declared && `(${declared})`} ${selection}`,
      variables: Object.fromEntries([...this.#variables].map(([name, { value }]) => [name, value])),
      scope: this.#pick(['nobody', 'nobody', 'nobody', 'read', 'ledger', 'admin'] as const),
    };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const wanted = depth === 0 ? 1 + this.#upTo(1) : 1 + this.#upTo(3);
    const chosen = Array.from({ length: wanted }, () => this.#pick(fields));
    const written = chosen.map((field, at) => this.#field(field, depth, at)).filter((text) => text !== '');
    return `{ ${written.length === 0 ? '__typename' : written.join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, at: number): string {
    const type = getNamedType(field.type);
    if (!isLeafType(type) && depth >= deepest) return '';
    const alias = `a${at}: `;
    const given = field.args.map((argument) => this.#argument(argument)).filter((text) => text !== '');
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const directive = this.#oneIn(40) ? this.#pick([' @include(if: true)', ' @skip(if: false)']) : '';
    if (isLeafType(type)) return `${alias}${field.name}${args}${directive}`;
    return `${alias}${field.name}${args}${directive} ${this.#within(type, depth + 1)}`;
  }

  #within(type: ReturnType<typeof getNamedType>, depth: number): string {
    if (isObjectType(type)) return this.#selection(type, depth);
    if (!isAbstractType(type)) return '{ __typename }';
    const possible = this.#pick([...this.#schema.getPossibleTypes(type)]);
    return `{ __typename ... on ${possible.name} ${this.#selection(possible, depth)} }`;
  }

  #argument(argument: GraphQLArgument): string {
    const needed = isNonNullType(argument.type) && argument.defaultValue === undefined;
    if (needed ? this.#slips(60) : !this.#oneIn(3)) return '';
    // Both ends of a list at once are refused, and a cursor is somebody's.
    if (this.#careful && ['last', 'before', 'after'].includes(argument.name)) return '';
    if (this.#oneIn(3)) {
      const name = `v${this.#variables.size}`;
      this.#variables.set(name, {
        type: String(argument.type),
        value: this.#value(argument.type, argument.name),
      });
      return `${argument.name}: $${name}`;
    }
    return `${argument.name}: ${this.#literal(argument.type, this.#value(argument.type, argument.name))}`;
  }

  /** A value as variables hold it. */
  #value(type: GraphQLInputType, name: string, depth = 0): unknown {
    if (isNonNullType(type)) return this.#slips(80) ? null : this.#value(type.ofType, name, depth);
    if (this.#slips(30)) return null;
    if (isListType(type))
      return Array.from({ length: this.#upTo(3) }, () => this.#value(type.ofType, name, depth));
    if (isEnumType(type))
      return this.#slips(40) ? 'NO_SUCH' : this.#pick(type.getValues().map((value) => value.name));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field: GraphQLInputField) => isNonNullType(field.type) || (depth < 3 && this.#oneIn(3)),
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, this.#value(field.type, field.name, depth + 1)]),
      );
    }
    return this.#scalar(getNamedType(type).name, name);
  }

  #scalar(type: string, name: string): unknown {
    if (['first', 'last', 'points'].includes(name) && !this.#slips(8)) return this.#upTo(5);
    const fit = this.#careful ? fitting[type] : undefined;
    if (fit !== undefined) return this.#pick(fit);
    switch (type) {
      case 'Int':
        return this.#g(anyInt);
      case 'Float':
        return this.#g(anyFloat);
      case 'Boolean':
        return this.#g(fc.boolean);
      case 'Date':
      case 'PartialDate':
      case 'DateTime':
        return this.#pick(dates);
      case 'Decimal':
        return this.#pick(decimals);
      case 'URL':
        return this.#pick(addresses);
      case 'JSON':
      case 'JSONObject':
        return this.#g(anyJson);
      default:
        return this.#text(name);
    }
  }

  #text(name: string): string {
    const known = this.#known[name];
    if (known?.length && !this.#slips(6)) return this.#pick(known);
    return this.#g(anyText);
  }

  /** A value as a document holds it. */
  #literal(type: GraphQLInputType, value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (isNonNullType(type)) return this.#literal(type.ofType, value);
    if (isListType(type))
      return Array.isArray(value)
        ? `[${value.map((one) => this.#literal(type.ofType, one)).join(', ')}]`
        : 'null';
    if (isEnumType(type)) return String(value);
    if (isInputObjectType(type)) {
      const fields = type.getFields();
      const written = Object.entries(value as object).map(
        ([key, one]) => `${key}: ${this.#literal(fields[key]!.type, one)}`,
      );
      return `{ ${written.join(', ')} }`;
    }
    return typeof value === 'object' ? '{}' : JSON.stringify(value);
  }

  /** Whether something goes wrong here. */
  #slips(times: number): boolean {
    return !this.#careful && this.#oneIn(times);
  }

  #oneIn(times: number): boolean {
    return this.#upTo(times - 1) === 0;
  }

  #upTo(most: number): number {
    return this.#g(fc.integer, { min: 0, max: most });
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#upTo(from.length - 1)]!;
  }
}

/** The document with a piece taken out, put in or twice there. */
function damaged(g: fc.GeneratorValue, query: string): string {
  const at = Math.floor(g(anyShare) * query.length);
  const upTo = Math.min(query.length, at + Math.floor(g(anyShare) * 12));
  const piece = g(fc.boolean) ? g(anyText) : query.slice(at, upTo);
  return `${query.slice(0, at)}${piece}${query.slice(g(fc.boolean) ? at : upTo)}`;
}
