import { examples } from '../../lib/api/examples.ts';
import { execute, type GraphAnswer } from '../../lib/api/execute.ts';
import type { PageServerLoad } from './$types';

const longest = 20_000;

/** Runs the query of the address, if there is one, as a client over HTTP would. */
export const load: PageServerLoad = async ({ url }) => {
  const query = url.searchParams.get('query') ?? '';
  const variables = url.searchParams.get('variables') ?? '';
  if (!query.trim()) {
    const [first] = examples;
    return { query: first!.query, variables: JSON.stringify(first!.variables ?? {}, null, 2), answer: null };
  }
  return { query, variables, answer: JSON.stringify(await run(query, variables), null, 2) };
};

async function run(query: string, variables: string): Promise<GraphAnswer> {
  if (query.length + variables.length > longest)
    return refused('This query is too long for an address: send it by POST.');
  let given: unknown;
  try {
    given = variables.trim() ? JSON.parse(variables) : {};
  } catch (fault) {
    return refused(`The variables are not JSON: ${(fault as Error).message}`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused('The variables must be a JSON object.');
  return execute(query, given as Record<string, unknown>);
}

function refused(message: string): GraphAnswer {
  return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
}
