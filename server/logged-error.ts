/** Where PostgreSQL's words repeat what was sent: data exceptions, broken constraints, wrong text for a type. */
const repeatsValues = /^(22|23)/;

/**
 * An error as the log holds it: kind, code, words and where in the code it arose. What a database adds (the failing row,
 * the statement, its parameters) may hold a person's rows or what somebody asked, and is left out.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, cause } = error as Error &
    Partial<Record<'code' | 'constraint' | 'table', string>>;
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    message: wordsOf(error, code),
    stack: framesOf(error),
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  };
}

function wordsOf({ message }: Error, code: string | undefined): string {
  const [first = ''] = message.split('\n');
  if (code === undefined || !repeatsValues.test(code)) return first.slice(0, 300);
  return first.replaceAll(/"[^"]*"/g, '"…"').replace(/: [^:]*$/, ': …');
}

/** The stack without the words that stand before it. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
