import { isUtf8 } from 'node:buffer';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

/** Labels that people use and TextDecoder does not know. */
const aliases: Readonly<Record<string, string>> = {
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'latin-1': 'latin1',
  windows1252: 'windows-1252',
};

/** The name TextDecoder has for a label; throws BAD_USER_INPUT for one that names no encoding. */
export function encodingOf(label: string): string {
  const known = aliases[label.toLowerCase()] ?? label;
  try {
    return new TextDecoder(known).encoding;
  } catch {
    return reject(
      'BAD_USER_INPUT',
      said`"${label}" is not an encoding that is known here; utf-8, utf-16le, utf-16be or latin1 would do.`,
    );
  }
}

/**
 * The encoding that the first bytes show: by their mark, by the zeros of UTF-16, by being UTF-8; Latin-1 where
 * they are text and not UTF-8. Throws BAD_USER_INPUT where they are no text.
 */
export function sniffEncoding(head: Buffer, name: string): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 4096);
  for (let index = 0; index < looked; index += 1) if (head[index] === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked * 0.15 && even < looked * 0.02) return 'utf-16le';
  if (even > looked * 0.15 && odd < looked * 0.02) return 'utf-16be';
  if (even + odd > 0) reject('BAD_USER_INPUT', said`${name} is not text: it holds zero bytes.`);
  return isUtf8(withoutCutCharacter(head)) ? 'utf-8' : 'windows-1252';
}

/** The head may end within a character: at most three bytes of one are left out. */
function withoutCutCharacter(head: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, head.length); back += 1) {
    const byte = head[head.length - back]!;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
  }
  return head;
}
