import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { astFromValue, print } from 'graphql';

/** A type as it is written, its name apart so that it can be a link: `[`, `Money`, `!]!`. */
export interface TypeLine {
  before: string;
  name: string;
  after: string;
}

export interface InputLine {
  name: string;
  type: TypeLine;
  description: string;
  /** As it is written in a query; null where there is none. */
  standard: string | null;
  deprecated: string | null;
}

export interface FieldLine {
  name: string;
  type: TypeLine;
  description: string;
  deprecated: string | null;
  inputs: InputLine[];
}

export const typeKinds = ['root', 'object', 'interface', 'union', 'input', 'enum', 'scalar'] as const;
export type TypeKind = (typeof typeKinds)[number];

/** All that the reference says of one type. */
export interface TypePage {
  name: string;
  kind: TypeKind;
  description: string;
  fields: FieldLine[];
  /** What an input object holds. */
  inputs: InputLine[];
  values: { name: string; description: string; deprecated: string | null }[];
  interfaces: string[];
  /** What an interface or a union may be. */
  possible: string[];
  /** Where it is met: `Type.field` or `Type.field(argument)`. */
  usedBy: { type: string; member: string }[];
}

/** The page of a type. */
export function typePage(schema: GraphQLSchema, type: GraphQLNamedType): TypePage {
  const composite = isObjectType(type) || isInterfaceType(type);
  return {
    name: type.name,
    kind: kindOf(schema, type),
    description: type.description ?? '',
    fields: composite ? Object.values(type.getFields()).map(fieldLine) : [],
    inputs: isInputObjectType(type) ? Object.values(type.getFields()).map(inputLine) : [],
    values: isEnumType(type)
      ? type.getValues().map(({ name, description, deprecationReason }) => ({
          name,
          description: description ?? '',
          deprecated: deprecationReason ?? null,
        }))
      : [],
    interfaces: composite ? type.getInterfaces().map(({ name }) => name) : [],
    possible:
      isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [],
    usedBy: usesOf(schema, type),
  };
}

/** The types that the reference has a page for: all but those of introspection. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
}

/** What kind of type it is; the roots are where a query begins. */
export function kindOf(schema: GraphQLSchema, type: GraphQLNamedType): TypeKind {
  if (type === schema.getQueryType() || type === schema.getMutationType()) return 'root';
  if (isObjectType(type)) return 'object';
  if (isInterfaceType(type)) return 'interface';
  if (isUnionType(type)) return 'union';
  if (isInputObjectType(type)) return 'input';
  return isEnumType(type) ? 'enum' : 'scalar';
}

function fieldLine({
  name,
  type,
  description,
  deprecationReason,
  args,
}: GraphQLField<unknown, unknown>): FieldLine {
  return {
    name,
    type: typeLine(type),
    description: description ?? '',
    deprecated: deprecationReason ?? null,
    inputs: args.map(inputLine),
  };
}

function inputLine({
  name,
  type,
  description,
  defaultValue,
  deprecationReason,
}: GraphQLArgument | GraphQLInputField) {
  const standard = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return {
    name,
    type: typeLine(type),
    description: description ?? '',
    standard: standard ? print(standard) : null,
    deprecated: deprecationReason ?? null,
  };
}

function typeLine(type: GraphQLType): TypeLine {
  const written = String(type);
  const { name } = getNamedType(type);
  const at = written.indexOf(name);
  return { before: written.slice(0, at), name, after: written.slice(at + name.length) };
}

function usesOf(schema: GraphQLSchema, wanted: GraphQLNamedType): TypePage['usedBy'] {
  // Everywhere is nowhere: nobody looks up where text is used.
  if (isSpecifiedScalarType(wanted)) return [];
  const is = (type: GraphQLType): boolean => getNamedType(type) === wanted;
  return typesOf(schema).flatMap((owner) => {
    if (isInputObjectType(owner))
      return Object.values(owner.getFields())
        .filter(({ type }) => is(type))
        .map(({ name }) => ({ type: owner.name, member: name }));
    if (!isObjectType(owner) && !isInterfaceType(owner)) return [];
    return Object.values(owner.getFields())
      .filter(({ type, args }) => is(type) || args.some((argument) => is(argument.type)))
      .map(({ name }) => ({ type: owner.name, member: name }));
  });
}
