import { printSchema } from 'graphql';
import { graphSchema } from './schema.ts';

const header =
  '# The API of Tacit. Emitted by `npm run generate` from server/graphql: edit the types there, not this file.\n\n';

/** The schema as the committed file holds it. */
export async function printedSchema(): Promise<string> {
  return `${header}${printSchema(await graphSchema())}\n`;
}
