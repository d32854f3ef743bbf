/** What the API says of a request that failed. */
export interface GraphError {
  message: string;
  path?: ReadonlyArray<string | number>;
  locations?: ReadonlyArray<{ line: number; column: number }>;
  extensions?: { code?: string; release?: number; answeringRelease?: number | null };
}

/** What the API answers. */
export interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphError[];
  extensions?: Record<string, unknown>;
}

type Execute = (document: string, variables: Record<string, unknown>) => Promise<GraphAnswer>;

const graph = Symbol.for('tacit.graph');

/** Asks the public schema in this process; the server puts the executor in place before it listens. */
export async function execute(document: string, variables: Record<string, unknown>): Promise<GraphAnswer> {
  const run = (globalThis as { [graph]?: Execute })[graph];
  if (!run)
    return {
      errors: [
        { message: 'The API is not running in this process.', extensions: { code: 'SERVICE_UNAVAILABLE' } },
      ],
    };
  return run(document, variables);
}
