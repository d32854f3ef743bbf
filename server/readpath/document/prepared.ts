import {
  Kind,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { requireModestDocument } from '../../graphql/cost/document-size.ts';
import { fragmentsOf } from '../../graphql/cost/estimate.ts';
import { limits } from '../../graphql/cost/limits.ts';
import { filtersOf, type FilterArgument } from '../../graphql/names/names-plugin.ts';
import { offeredOperations } from '../../graphql/offered-operations.ts';
import type { Literal, Spelling } from './spelling.ts';

/** A place in a document where a literal stands: read as a variable of this type. */
export interface Slot {
  /** No name that a client can give: the place's number. */
  name: string;
  type: GraphQLInputType;
}

/** A document that was parsed and validated once, its literals turned into slots. */
export interface Prepared {
  operations: OperationDefinitionNode[];
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  slots: Slot[];
  filters: readonly FilterArgument[];
  /** Literals that must be these very ones: two fields of one name are merged only where their arguments are equal. */
  pinned: Literal[] | null;
}

/** Prepares a document; null where Apollo would refuse it, or has to look at it itself. */
export function prepare(schema: GraphQLSchema, text: string, { literals }: Spelling): Prepared | null {
  const document = validated(schema, text);
  if (document === null) return null;
  const places = new Map(literals.map(({ start }, index) => [start, index]));
  const slots: (Slot | undefined)[] = literals.map(() => undefined);
  const types = new TypeInfo(schema);
  const slotted = visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      enter(node) {
        if (node.kind !== Kind.INT && node.kind !== Kind.FLOAT && node.kind !== Kind.STRING) return undefined;
        const index = places.get(node.loc?.start ?? -1);
        const type = types.getInputType();
        if (index === undefined || !type) return undefined;
        const name = String(index);
        slots[index] = { name, type };
        return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
      },
    }),
  );
  if (!slots.every((slot) => slot !== undefined)) return null;
  return {
    operations: slotted.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode[],
    fragments: fragmentsOf(slotted),
    slots,
    filters: filtersOf(schema, slotted),
    pinned: mayMerge(slotted) ? literals : null,
  };
}

function validated(schema: GraphQLSchema, text: string): DocumentNode | null {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    requireModestDocument(document);
    const faults = validate(schema, document, [...specifiedRules, offeredOperations], { maxErrors: 1 });
    return faults.length === 0 ? document : null;
  } catch {
    return null;
  }
}

/** Could two fields be answered under one name of which one has a slot? Then their literals decide if that is allowed. */
function mayMerge(document: DocumentNode): boolean {
  const seen = new Map<string, boolean>();
  let found = false;
  visit(document, {
    Field(node) {
      const key = node.alias?.value ?? node.name.value;
      const slotted = hasSlot(node);
      const before = seen.get(key);
      if (before !== undefined && (before || slotted)) found = true;
      seen.set(key, before === true || slotted);
    },
  });
  return found;
}

function hasSlot({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given)
    visit(argument, {
      Variable: ({ name }) => {
        if (/^\d/.test(name.value)) found = true;
      },
    });
  return found;
}
