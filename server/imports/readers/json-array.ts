import { Readable } from 'node:stream';
import { Assembler } from 'stream-json/assembler.js';
import { parser, type Token } from 'stream-json/parser.js';
import { said } from '../../errors/said.ts';
import { reject, TacitError } from '../../errors/tacit-error.ts';
import { exactNumber } from './parse-json.ts';
import type { SourceRecord } from './record-table.ts';

const deepest = 32;
const batchLength = 500;

/** Streams the records of a JSON array, or of the one array of an object. */
export async function* readJsonArray(
  text: AsyncIterable<string>,
  { name, maxRecordLength }: { name: string; maxRecordLength: number },
): AsyncGenerator<SourceRecord[]> {
  const walk = new Walk(name);
  let sinceRecord = 0;
  async function* measured(): AsyncGenerator<string> {
    for await (const chunk of text) {
      // Small pieces, so that one long value is met before it is held.
      for (let start = 0; start < chunk.length; start += 65_536) {
        const piece = chunk.slice(start, start + 65_536);
        sinceRecord += piece.length;
        if (sinceRecord > maxRecordLength + 8 * 65_536) {
          reject('PAYLOAD_TOO_LARGE', said`${name} has a record of more than ${maxRecordLength} characters.`);
        }
        yield piece;
      }
    }
  }
  const tokens = parser.asStream({ packValues: true, streamValues: false });
  const source = Readable.from(measured());
  source.on('error', (error) => tokens.destroy(error));
  source.pipe(tokens);
  let batch: SourceRecord[] = [];
  let line = 0;
  try {
    for await (const token of tokens as AsyncIterable<Token>) {
      const record = walk.take(token);
      if (record === undefined) continue;
      sinceRecord = 0;
      line += 1;
      batch.push({ line, value: record.value });
      if (batch.length === batchLength) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (error instanceof TacitError) throw error;
    reject(
      'BAD_USER_INPUT',
      said`${name} is not well-formed JSON after record ${line}: ${(error as Error).message}`,
    );
  } finally {
    source.destroy();
  }
  walk.finish();
  if (batch.length > 0) yield batch;
}

/** Follows the tokens down to the array and puts its records together. */
class Walk {
  readonly #name: string;
  #depth = 0;
  #root: 'OBJECT' | 'ARRAY' | undefined;
  #key = '';
  #array: string | undefined;
  #inside = false;
  #assembler: Assembler | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  take(token: Token): { value: unknown } | undefined {
    const opens = token.name === 'startObject' || token.name === 'startArray';
    const closes = token.name === 'endObject' || token.name === 'endArray';
    if (closes) this.#depth -= 1;
    const result = this.#inside ? this.#inArray(token, closes) : this.#outside(token);
    if (opens) this.#depth += 1;
    if (this.#depth > deepest)
      reject('BAD_USER_INPUT', said`${this.#name} is nested more than ${deepest} levels deep.`);
    return result;
  }

  finish(): void {
    if (this.#array === undefined) {
      reject(
        'BAD_USER_INPUT',
        said`${this.#name} holds no list of records: a JSON array, or an object with one, is needed.`,
      );
    }
  }

  #outside(token: Token): undefined {
    if (token.name === 'keyValue' && this.#depth === 1) this.#key = token.value ?? '';
    if (this.#depth === 0 && token.name === 'startObject') this.#root = 'OBJECT';
    const atRoot = this.#depth === 0 && token.name === 'startArray';
    const atMember = this.#depth === 1 && this.#root === 'OBJECT' && token.name === 'startArray';
    if (!atRoot && !atMember) return;
    if (this.#array !== undefined) {
      reject(
        'BAD_USER_INPUT',
        said`${this.#name} holds several lists ("${this.#array}" and "${this.#key}"): leave one in it.`,
      );
    }
    this.#root ??= 'ARRAY';
    this.#array = this.#key;
    this.#inside = true;
  }

  #inArray(token: Token, closes: boolean): { value: unknown } | undefined {
    const floor = this.#root === 'OBJECT' ? 2 : 1;
    if (closes && this.#depth < floor) {
      this.#inside = false;
      return undefined;
    }
    if (!this.#assembler && this.#depth === floor && !token.name.startsWith('start'))
      return { value: undefined };
    this.#assembler ??= new Assembler();
    this.#assembler.consume(exactToken(token));
    if (this.#depth !== floor || !closes) return undefined;
    const { current } = this.#assembler;
    this.#assembler = undefined;
    return { value: current as unknown };
  }
}

function exactToken(token: Token): Token {
  if (token.name !== 'numberValue') return token;
  const value = exactNumber(Number(token.value), token.value);
  return typeof value === 'string' ? { name: 'stringValue', value } : token;
}
