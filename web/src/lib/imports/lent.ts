import type { Problem, Report } from './types.ts';

interface Imports {
  maxUploadBytes: number;
  needsKey(): boolean;
  report(id: string): Report | { error: Problem } | undefined;
}

const imports = Symbol.for('tacit.imports');

/** What the server lends to the page of uploads; undefined where there is none in this process. */
export function lentImports(): Imports | undefined {
  return (globalThis as { [imports]?: Imports })[imports];
}
