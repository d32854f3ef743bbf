import { error, isHttpError } from '@sveltejs/kit';
import { execute, type GraphError } from './execute.ts';
import type { Operation } from './operation.ts';

/** The HTTP status of a page that the API refused, by code. */
export const statusOf: Record<string, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNKNOWN_RELEASE: 404,
  RATE_LIMITED: 429,
  QUERY_TIMEOUT: 503,
  SERVICE_UNAVAILABLE: 503,
};

/** Runs a page's operation; an error of the API becomes the page's error, with its code. */
export async function ask<Result, Variables extends object>(
  { document }: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data, errors = [] } = await execute(document, variables as Record<string, unknown>);
  if (errors.length > 0 || !data) fail(errors);
  return data as Result;
}

/**
 * The same for a page that can do without a part: where the API refuses a value of the address, that part is
 * null and the page says so. Every other error still becomes the page's error.
 */
export async function askWhatFits<Result, Variables extends object>(
  { document }: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data, errors = [] } = await execute(document, variables as Record<string, unknown>);
  const grave = errors.filter(isGrave);
  if (grave.length > 0 || !data) fail(grave.length > 0 ? grave : errors);
  return data as Result;
}

/** What an answer gives, or null where the API withholds it to protect people. */
export async function unlessWithheld<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer;
  } catch (problem) {
    const code = isHttpError(problem) ? problem.body.code : undefined;
    if (code === 'DISCLOSURE_RISK' || code === 'FORBIDDEN') return null;
    throw problem;
  }
}

/** What an answer gives, or null where the API does not understand a value of the address. */
export async function unlessMisread<Result>(answer: Promise<Result>): Promise<Result | null> {
  try {
    return await answer;
  } catch (problem) {
    if (isHttpError(problem) && problem.body.code === 'BAD_USER_INPUT') return null;
    throw problem;
  }
}

/** True of an error that no other choice in the address would mend. */
export function isGrave({ extensions }: GraphError): boolean {
  return extensions?.code !== 'BAD_USER_INPUT';
}

/** Ends the page with the first of the errors, under its code. */
export function fail([first]: readonly GraphError[]): never {
  const code = first?.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  error(statusOf[code] ?? 500, first?.message ?? 'The API answered without data.', { code });
}
