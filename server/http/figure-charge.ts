import type { FastifyRequest } from 'fastify';
import { nobody, type Meter } from '../access/index.ts';
import { refuse } from '../graphql/cost/too-complex.ts';
import type { FileRequest } from '../figures/files/file-format.ts';
import type { KeyReader } from './caller.ts';

/** Finds out who asks for figures, and whose allowance it is. Pictures and files are paid for where they have to be made. */
export function figureCaller(keys: KeyReader, meter: Meter) {
  return async (request: FastifyRequest): Promise<void> => {
    const address = request.ip;
    request.purse = meter.purseOf({ ...nobody, address });
    // So that refusals tell the truth of what is left, too.
    await request.purse.look();
    const caller = await keys.fromHeader(request.headers.authorization);
    Object.assign(request, caller);
    request.purse = meter.purseOf({ ...caller, address });
    await request.purse.look();
  };
}

/** Takes what work costs; RATE_LIMITED where there is not so much left. */
export async function spend({ purse }: FastifyRequest, points: number): Promise<void> {
  if (purse && !(await purse.take(points))) refuse(purse.standing, `making this file takes ${points}.`);
}

/** Points of a file that holds the rows, of a picture, and of a picture's pixels at scale 1: about two a millisecond. */
const rows = 50;
const picture = 150;
const pixels = 30;

/** What it costs to make a file. */
export function workOf({ scale }: Pick<FileRequest, 'scale'>, extension: string): number {
  switch (extension) {
    case 'svg':
    case 'pdf':
      return picture;
    case 'png':
      return picture + Math.ceil(pixels * scale * scale);
    case 'lower-third.png':
      return picture + pixels;
    case 'zip':
      return 1_000;
    default:
      return rows;
  }
}
