import type { Reset } from './address.ts';

/** The query of an address without what its page did not understand: what its canonical address says. */
export function understood(search: string, resets: readonly Reset[]): string {
  if (resets.length === 0) return search;
  const kept = new URLSearchParams(search);
  for (const { name, value } of resets) kept.delete(name, value);
  return kept.size > 0 ? `?${kept}` : '';
}
