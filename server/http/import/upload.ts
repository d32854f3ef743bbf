import type { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { ArrivingFile, tooLarge } from './arriving-file.ts';

export type Fields = Record<string, string>;

/** What a request brings: fields, and a file that is read while it arrives. */
export interface Upload {
  fields: Fields;
  /** As the sender calls it; without folders. */
  name: string;
  file: Readable;
}

/** Room for the fields and the boundaries of a form beside its file. */
const formOverhead = 256 * 1024;

/** A form has one file, and as many fields as there are options. */
const limits = { fileSize: Infinity, files: 2, fields: 60, fieldSize: 16 * 1024, headerPairs: 40 };

/**
 * Opens an upload: a form, whose fields must stand before its file, or a bare body with its fields in the
 * address. Nothing is kept anywhere: the file is read as far as its reader asks for it.
 */
export async function openUpload(request: FastifyRequest, mostBytes: number): Promise<Upload> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > mostBytes + (request.isMultipart() ? formOverhead : 0)) throw tooLarge(mostBytes);
  const fields = queryFields(request);
  if (!request.isMultipart()) {
    const file = new ArrivingFile(request.raw, { mostBytes });
    return { fields, name: nameOf(fields['name']), file };
  }
  const parts = request.parts({ limits });
  for (;;) {
    const part = await nextOf(parts);
    if (!part) break;
    if (part.type === 'file') {
      const file = new ArrivingFile(part.file, { mostBytes, whole: () => requireEnd(parts) });
      return { fields, name: nameOf(fields['name'] ?? part.filename), file };
    }
    if (part.fieldname in fields) refuseTwice(part.fieldname);
    fields[part.fieldname] = String(part.value);
  }
  return reject(
    'BAD_USER_INPUT',
    said`The form holds no file: it belongs in a part with a file name, after all fields.`,
  );
}

/** A field behind the file comes too late to be heeded; heeding all but that one would be a surprise. */
async function requireEnd(parts: AsyncIterator<Multipart>): Promise<void> {
  const part = await nextOf(parts);
  if (part)
    reject(
      'BAD_USER_INPUT',
      said`The part "${part.fieldname}" stands behind the file: put the file last in the form.`,
    );
}

async function nextOf(parts: AsyncIterator<Multipart>): Promise<Multipart | undefined> {
  try {
    const { value, done } = (await parts.next()) as IteratorResult<Multipart, undefined>;
    return done ? undefined : value;
  } catch (error) {
    // The parser's own errors about malformed forms come without a status, and would pass for faults of ours.
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    return reject('BAD_REQUEST', said`The form cannot be read: ${(error as Error).message}.`);
  }
}

function queryFields({ query }: FastifyRequest): Fields {
  const fields: Fields = Object.create(null) as Fields;
  for (const [name, value] of Object.entries(query as Record<string, string | string[]>)) {
    if (Array.isArray(value)) refuseTwice(name);
    fields[name] = value;
  }
  return fields;
}

function refuseTwice(name: string): never {
  reject('BAD_USER_INPUT', said`The parameter "${name.slice(0, 40)}" is given more than once.`);
}

function nameOf(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(0, 200) || 'upload';
}
