import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';

export interface TextScalar {
  name: string;
  description: string;
  specifiedByURL?: string;
  /** What a well-formed value looks like, as the error says it. */
  expected: string;
  accepts: (text: string) => boolean;
  serialise?: (value: unknown) => string;
}

/** A scalar that travels as text: checked on the way in, trusted on the way out. */
export function textScalar(options: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown, literal?: ValueNode): string => {
    if (typeof value === 'string' && options.accepts(value)) return value;
    const found = literal === undefined ? JSON.stringify(value) : print(literal);
    throw new GraphQLError(`${options.name} is ${options.expected}, not ${found}.`, { nodes: literal });
  };
  return new GraphQLScalarType({
    name: options.name,
    description: options.description,
    specifiedByURL: options.specifiedByURL,
    serialize: options.serialise ?? String,
    parseValue: (value) => check(value),
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}
