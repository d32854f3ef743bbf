import {
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** A query with its variables, ready to be sent or shown. */
export interface ReadyQuery {
  query: string;
  variables: Record<string, unknown>;
}

/**
 * The part of a page's operation that makes one figure: the named top fields with the fragments and variables
 * that they use, and nothing else. This is what 'the query that makes it' opens.
 */
export function excerpt(document: string, variables: object, fields: readonly string[]): ReadyQuery {
  const { definitions } = parse(document);
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const trimmed = keepFields(operation, fields);
  const fragments = fragmentsOf(trimmed, definitions);
  const used = namesIn([trimmed.selectionSet, ...fragments], Kind.VARIABLE);
  const kept: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...trimmed,
        variableDefinitions: trimmed.variableDefinitions?.filter(({ variable }) =>
          used.has(variable.name.value),
        ),
      },
      ...fragments,
    ],
  };
  return {
    query: print(kept),
    variables: Object.fromEntries(
      Object.entries(variables).filter(([name, value]) => used.has(name) && value !== undefined),
    ),
  };
}

function keepFields(operation: OperationDefinitionNode, fields: readonly string[]): OperationDefinitionNode {
  const keep = (node: SelectionNode) =>
    node.kind === Kind.FIELD && fields.includes((node.alias ?? node.name).value);
  const { selectionSet } = operation;
  return {
    ...operation,
    selectionSet: { ...selectionSet, selections: selectionSet.selections.filter(keep) },
  };
}

function fragmentsOf(node: ASTNode, definitions: DocumentNode['definitions']): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const queue = [...namesIn([node], Kind.FRAGMENT_SPREAD)];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const fragment = definitions.find(
      (one): one is FragmentDefinitionNode =>
        one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
    );
    if (!fragment || found.has(name)) continue;
    found.set(name, fragment);
    queue.push(...namesIn([fragment], Kind.FRAGMENT_SPREAD));
  }
  return [...found.values()];
}

function namesIn(nodes: readonly ASTNode[], kind: Kind.VARIABLE | Kind.FRAGMENT_SPREAD): Set<string> {
  const names = new Set<string>();
  for (const node of nodes)
    visit(node, { enter: (inner) => void (inner.kind === kind && names.add(inner.name.value)) });
  return names;
}
