import { GraphQLNonNull, isRequiredArgument, type GraphQLArgument, type GraphQLField } from 'graphql';

/** What is asked about, where a field asks for it: values that there are in the seeds. */
export type Samples = Readonly<Record<string, string>>;

/** Values for arguments that have to be given, as they are written in a document; by name, or by type where names differ. */
export function argumentsOf(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  samples: Samples,
  pageSize: number,
): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first' && String(argument.type) === 'Int') return [`first: ${pageSize}`];
    if (!isRequiredArgument(argument)) return [];
    return [`${argument.name}: ${sampleOf(`${parent}.${field.name}`, argument, samples)}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function sampleOf(field: string, { name, type }: GraphQLArgument, samples: Samples): string {
  const kind = type instanceof GraphQLNonNull ? String(type.ofType) : String(type);
  const sample = samples[`${field}.${name}`] ?? samples[name] ?? samples[kind];
  if (sample === undefined) throw new Error(`no sample for ${field}(${name}: ${kind})`);
  return sample;
}
