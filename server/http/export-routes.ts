import send from '@fastify/send';
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { BulkJobs } from '../exports/bulk/bulk-jobs.ts';
import { reject } from '../errors/tacit-error.ts';
import { isKnown } from '../graphql/etag-plugin.ts';
import { answerProblem } from './problem.ts';

const filePattern = /^[\da-f-]{36}\.(csv|jsonl|parquet|zip)$/;

const mediaTypes: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
};

/** Whoever takes nothing of a file for so long has gone, or keeps a place for nobody. */
const usualSilence = 2 * 60_000;

interface Options {
  bulk: Pick<BulkJobs, 'open'>;
  /** Milliseconds after which a reader who takes nothing is cut off. */
  silence?: number;
}

/** `/exports/FILE?expires=…&signature=…`: the file of a bulk export, in parts where the request asks for a Range. */
export async function exportRoutes(
  app: FastifyInstance,
  { bulk, silence = usualSilence }: Options,
): Promise<void> {
  app.setErrorHandler(answerProblem);
  // Files that are read slowly for an hour would leave no place for pages.
  app.get('/exports/:file', { config: { alwaysLetIn: true } }, async (request, reply) => {
    const { file } = request.params as { file: string };
    const { expires = '', signature = '' } = request.query as { expires?: string; signature?: string };
    const [, ending = ''] = filePattern.exec(file) ?? reject('NOT_FOUND');
    const { folder, job } = await bulk.open(file, Number(expires), String(signature));
    // A finished file never changes, so its name is its validator: a strong one, which going on with a download needs.
    const tag = `"${file}"`;
    const { headers } = request.raw;
    if (isKnown(tag, headers['if-none-match'])) return reply.code(304).header('etag', tag).send();
    requireSameFile(headers, tag);
    const sent = await send(request.raw, file, { root: folder, cacheControl: false, etag: false });
    if (sent.type !== 'file') {
      if (sent.statusCode === 416) return reply.code(416).headers(sent.headers).send();
      reject('NOT_FOUND', 'This export is no longer kept.');
    }
    const { socket } = request.raw;
    socket.setTimeout(silence);
    // The connection may go on to other requests, which take the time that they take.
    reply.raw.once('close', () => socket.setTimeout(0));
    const { release } = job;
    const { slug } = job.dataset;
    return reply
      .code(sent.statusCode)
      .headers(sent.headers)
      .type(mediaTypes[ending]!)
      .header('etag', tag)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${slug}-${release}.${ending}"`)
      .send(sent.stream);
  });
}

/** Whoever goes on with a download of another file gets the whole of this one. */
function requireSameFile(headers: IncomingHttpHeaders, tag: string): void {
  const { 'if-range': begun } = headers;
  if (begun === undefined || !begun.includes('"')) return;
  if (begun !== tag) delete headers.range;
  delete headers['if-range'];
}
