/**
 * A statement with its constant numbers written into it: a dataset's number as a parameter would hide from the planner
 * which partition is read, and make it plan anew each time. Text stays a parameter.
 */
export function inlined(
  sql: string,
  parameters: readonly unknown[],
): { text: string; kept: readonly unknown[] } {
  const kept: unknown[] = [];
  const text = sql.replaceAll(/\$(\d+)/g, (_place, number: string) => {
    const parameter = parameters[Number(number) - 1];
    const literal = literalOf(parameter);
    return literal ?? `$${kept.push(parameter)}`;
  });
  return { text, kept };
}

function literalOf(parameter: unknown): string | null {
  if (typeof parameter === 'number') return parameter < 0 ? `(${parameter})` : String(parameter);
  const isNumbers = Array.isArray(parameter) && parameter.every((one) => Number.isSafeInteger(one));
  return isNumbers ? `'{${parameter.join(',')}}'` : null;
}
