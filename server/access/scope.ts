/** What a key may do, each scope with all that stands before it: read ⊂ ledger ⊂ admin. */
export const scopes = ['read', 'ledger', 'admin'] as const;

/** What a key may do. */
export type Scope = (typeof scopes)[number];

/** True for the name of a scope. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}

/** Whether a scope holds another; no scope at all holds none. */
export function holds(held: Scope | null, needed: Scope): boolean {
  return held !== null && scopes.indexOf(held) >= scopes.indexOf(needed);
}
