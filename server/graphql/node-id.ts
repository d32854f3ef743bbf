import { reject } from '../errors/tacit-error.ts';

const shape = /^([A-Z][A-Za-z]*):([\w.-]+)$/;

/** The opaque global id of a thing: base64url of its noun and its key. */
export function nodeId(noun: string, key: string | number): string {
  return Buffer.from(`${noun}:${key}`).toString('base64url');
}

export interface NodeKey {
  noun: string;
  key: string;
}

/** What an id names, or null when it is not one of ours. */
export function parseNodeId(id: string): NodeKey | null {
  const [, noun, key] = shape.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  if (noun === undefined || key === undefined || nodeId(noun, key) !== id) return null;
  return { noun, key };
}

/** The row ids that ids of one noun name; an id of another noun is the caller's mistake. */
export function rowIdsOf(noun: string, ids: readonly string[]): number[] {
  return ids.map((id) => {
    const parsed = parseNodeId(id);
    const rowId = parsed?.noun === noun ? rowIdOf(parsed.key) : null;
    if (rowId === null) reject('BAD_USER_INPUT', `"${id}" is not the id of a thing of type ${noun}.`);
    return rowId;
  });
}

/** A row's number as the key of an id writes it, or null. */
export function rowIdOf(key: string): number | null {
  const rowId = /^[1-9]\d{0,15}$/.test(key) ? Number(key) : Number.NaN;
  return Number.isSafeInteger(rowId) ? rowId : null;
}
