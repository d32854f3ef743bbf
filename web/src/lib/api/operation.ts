/** A document of the public schema with the types of what goes in and what comes out. */
export interface Operation<Result, Variables = Record<string, never>> {
  readonly document: string;
  /** Never filled: they carry the types from the document to the page. */
  readonly result?: Result;
  readonly variables?: Variables;
}

/** Binds a document to its types. */
export function operation<Result, Variables = Record<string, never>>(
  document: string,
): Operation<Result, Variables> {
  return { document };
}
