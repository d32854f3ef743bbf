import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Rejection } from '../rejection.ts';
import { partialName } from './clear-leftovers.ts';

const mostKept = 20;

/** Keeps the first rejections and writes all of them to a CSV file, which stands under its name when it is whole. */
export class RejectionLog {
  /** The first twenty. */
  readonly first: Rejection[] = [];
  rows = 0;
  cells = 0;
  readonly #path: string | undefined;
  #stream: WriteStream | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  /** Adds the faults of one row. */
  async add(rejections: readonly Rejection[]): Promise<void> {
    this.rows += 1;
    this.cells += rejections.length;
    for (const rejection of rejections) if (this.first.length < mostKept) this.first.push(rejection);
    if (this.#path === undefined) return;
    this.#stream ??= await openFile(this.#path);
    if (!this.#stream.write(rejections.map(csvLine).join(''))) await once(this.#stream, 'drain');
  }

  /** Ends the file; its path, or null when nothing was rejected. */
  async close(): Promise<string | null> {
    if (!this.#stream || this.#path === undefined) return null;
    await endStream(this.#stream);
    await rename(partialName(this.#path), this.#path);
    return this.#path;
  }

  /** Leaves no file. */
  async discard(): Promise<void> {
    if (!this.#stream || this.#path === undefined) return;
    await endStream(this.#stream);
    await rm(partialName(this.#path), { force: true });
  }
}

async function openFile(path: string): Promise<WriteStream> {
  await mkdir(dirname(path), { recursive: true });
  const stream = createWriteStream(partialName(path), { mode: 0o600 });
  await once(stream, 'open');
  stream.write('file,line,column,value,code,reason\n');
  return stream;
}

async function endStream(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, 'close');
}

function csvLine({ file = '', line, column, value, code, reason }: Rejection): string {
  return `${[file, String(line), column, harmless(value), code, reason].map(csvCell).join(',')}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs cells that begin so: an apostrophe keeps them text. */
function harmless(text: string): string {
  return /^[=+@\t\r]|^-(?![\d.,])/.test(text) ? `'${text}` : text;
}
