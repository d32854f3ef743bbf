/** A run of digits that a double may not hold to the last one. */
const longNumber = /\d{16}/;

/** Parses JSON; whole numbers beyond 2^53 stay digits, since two ids must not become one. */
export function parseJson(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/,? ?\.{0,3}".*$/s, '') : '';
    return { reason: `is not JSON${detail && ` (${detail})`}` };
  }
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? exactNumber(value, context?.source) : value;
}

/** The number, or its digits where the number is not exactly what they say. */
export function exactNumber(value: number, source: string | undefined): number | string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && source !== undefined ? source : value;
}
