import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fingerprint of the sources that each built part was made from. */
export type Stamps = Record<string, string | undefined>;

/** Reads what was built from what; nothing where it cannot be told. */
export function readStamps(root: string): Stamps {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8')) as Stamps;
  } catch {
    return {};
  }
}

/** Changes some stamps and keeps the others. */
export function writeStamps(root: string, changes: Stamps): void {
  writeFileSync(stampFile(root), `${JSON.stringify({ ...readStamps(root), ...changes }, null, 2)}\n`);
}

function stampFile(root: string): string {
  return join(root, '.build', 'stamp.json');
}
