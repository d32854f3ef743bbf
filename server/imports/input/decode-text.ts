import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

/** Bytes as text, without the mark; throws BAD_USER_INPUT at the first byte that the encoding does not know. */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let before = 0;
  const fail = (): never =>
    reject(
      'BAD_USER_INPUT',
      said`${name} is not ${encoding.toUpperCase()} throughout: after byte ${before} something else begins. Say what it is with --encoding, latin1 for example.`,
    );
  for await (const chunk of bytes) {
    let text = '';
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      fail();
    }
    before += chunk.length;
    if (text !== '') yield text;
  }
  try {
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch {
    fail();
  }
}
