import {
  getNamedType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';

/** Where a question may begin whose answer only what is published, or somebody's erasure, can change. */
const beginnings = new Set([
  ...['dataset', 'datasets', 'concentrationDifference', 'project', 'projects', 'expert', 'experts'],
  ...['sector', 'sectors', 'profession', 'professions', 'organisation', 'organisations'],
  ...['claim', 'claims', 'conversion', 'payRates', 'rateBenchmark'],
]);

/** What changes without anything being published, or depends on who asks beyond what is protected. */
const restless = /^(ApiKey|AuditEntry|AuditLog|Bulk|CostEstimate|Figure|Node$|RateLimit|__)/;

/** Whether the answers to a document may be kept: it is valid, asks and changes nothing, and of nothing that moves by itself. */
export function isKeepable(schema: GraphQLSchema, text: string): boolean {
  try {
    const document = parse(text);
    if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return false;
    const types = new TypeInfo(schema);
    let keeps = true;
    visit(
      document,
      visitWithTypeInfo(types, {
        OperationDefinition: ({ operation }) => void (keeps &&= operation === 'query'),
        Field: ({ name: { value } }) => {
          const type = types.getType();
          const begins = types.getParentType() === schema.getQueryType();
          if (value === '__typename') return;
          keeps &&= (!begins || beginnings.has(value)) && !!type && !restless.test(getNamedType(type).name);
        },
      }),
    );
    return keeps;
  } catch {
    // Apollo says what is wrong with it.
    return false;
  }
}
