import type { Address } from '../url-state/address.ts';
import { ask, unlessMisread } from './ask.ts';
import type { Operation } from './operation.ts';

/** Where in a list a page begins or ends. */
interface Turn {
  after: string | undefined;
  before: string | undefined;
}

/** Runs the operation of a page that shows so many rows of a list; a cursor that is none is reset, and the list begins. */
export async function askTurned<Result, Variables extends object>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { after, before }: Turn,
  size: number,
  address: Address,
): Promise<{ result: Result; variables: Variables }> {
  const read = async (page: object) => {
    const asked = { ...variables, ...page };
    return { result: await ask(operation, asked), variables: asked };
  };
  const turned = await unlessMisread(
    read(before === undefined ? { first: size, after } : { last: size, before }),
  );
  if (turned) return turned;
  for (const [name, value] of Object.entries({ after, before })) if (value) address.reset(name, value);
  return read({ first: size });
}
