import { createReadStream, existsSync } from 'node:fs';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, requireScope } from '../../access/index.ts';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { ImportOutcome } from '../../imports/import-report.ts';
import { requireOwnPage, type HomeRule } from '../at-home.ts';
import { identify, type KeyReader } from '../caller.ts';
import { answerWith } from '../problem.ts';
import { languageOf, problemIn, reportIn } from './language.ts';
import { readParameters, type ImportParameters } from './parameters.ts';
import { letGo } from './let-go.ts';
import type { ImportReports } from './reports.ts';
import type { ImportService } from './service.ts';
import { openUpload, type Upload } from './upload.ts';

export interface ImportOptions {
  service: ImportService;
  reports: ImportReports;
  keys: KeyReader;
  isAtHome: HomeRule;
  maxUploadBytes: number;
}

/** A preview needs a file's beginning only; of some formats (Parquet) that is the whole. */
const largestPreview = 64 * 1024 * 1024;

/**
 * `POST /import` takes a file into a release, `POST /import/preview` says what would become of it. Who may:
 *
 * - whoever sends a key with the scope `admin`, as `Authorization: Bearer` or as the first field `key` of a form
 *   (that is what the page without JavaScript does). No other site can make a browser send either;
 * - on a server that one person runs for herself (see `homeRule`), the page of that server, without a key. There
 *   the browser itself is what is trusted, so each such request must say that it comes from our own page.
 *
 * No cookie is set or read anywhere, so there is no session that another site could ride on.
 */
export async function importRoutes(app: FastifyInstance, options: ImportOptions): Promise<void> {
  const { service, reports, keys, maxUploadBytes } = options;
  app.setErrorHandler((error, request, reply) =>
    answerWith(problemIn(languageOf(request), error, request), reply),
  );
  app.removeAllContentTypeParsers();
  await app.register(multipart);
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', identify(keys));
  app.addHook('onResponse', async (request) => letGo(request.raw));
  const config = { slowBody: true };

  app.post('/import/preview', { config }, async (request, reply) => {
    const { fields, ...upload } = await authorised(
      request,
      options,
      Math.min(maxUploadBytes, largestPreview),
    );
    const { partial, ...rest } = fields;
    void reply.header('cache-control', 'no-store');
    const signal = gone(request, reply);
    return service.preview({
      ...upload,
      parameters: readParameters(rest),
      partial: partial === 'true',
      signal,
      language: languageOf(request),
    });
  });

  app.post('/import', { config }, async (request, reply) => {
    const { id, answer, status } = await importInto(request, reply);
    void reply.header('cache-control', 'no-store');
    if (!fromForm(request)) return reply.code(status).send(answer);
    return reply.redirect(`/import?report=${id}`, 303);
  });

  app.post('/fr/import', { config }, async (request, reply) => {
    const { id } = await importInto(request, reply);
    return reply.header('cache-control', 'no-store').redirect(`/fr/import?report=${id}`, 303);
  });

  app.get<{ Params: { id: string } }>('/import/reports/:id/rejected.csv', async ({ params }, reply) => {
    const path = reports.find(params.id)?.rejectionFile;
    if (!path || !existsSync(path))
      reject('NOT_FOUND', said`There is no such report, or no longer: they are kept for an hour.`);
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="rejected.csv"')
      .send(createReadStream(path));
  });

  async function importInto(request: FastifyRequest, reply: FastifyReply) {
    const { id, rejectionFile } = await reports.open();
    try {
      const { fields, ...upload } = await authorised(request, options, maxUploadBytes);
      const parameters: ImportParameters = readParameters(fields);
      const report = await service.run({
        ...upload,
        parameters,
        rejectionFile,
        signal: gone(request, reply),
      });
      const address = report.rejectionFile && `/import/reports/${id}/rejected.csv`;
      const answer = { ...reportIn(languageOf(request), report), rejectionFile: address };
      reports.keep(id, { report: answer, rejectionFile: report.rejectionFile });
      return { id, answer, status: statusOf(report.outcome) };
    } catch (error) {
      if (!fromForm(request)) throw error;
      // A form cannot show an answer of ours: its page does, from what is kept.
      const problem = problemIn(languageOf(request), error, request);
      reports.keep(id, { report: { error: problem }, rejectionFile: null });
      return { id, answer: { error: problem }, status: 303 };
    }
  }
}

/** Opens the upload of whoever may make one: without a key in its head, a form may hold it in its first field. */
async function authorised(
  request: FastifyRequest,
  { keys, isAtHome }: ImportOptions,
  mostBytes: number,
): Promise<Upload & { actor: string }> {
  let { scope, keyId } = request;
  const headless = scope === null;
  if (headless && !request.isMultipart()) await admit();
  const upload = await openUpload(request, mostBytes);
  const { key, ...fields } = upload.fields;
  if (headless && key?.trim()) ({ scope, keyId } = await keys.fromKey(key.trim()));
  await admit();
  return { ...upload, fields, actor: actorOf({ scope, keyId }) };

  async function admit(): Promise<void> {
    if (scope === null && (await isAtHome(request))) requireOwnPage(request);
    else requireScope({ scope }, 'admin');
  }
}

/** A form of the page, sent by the browser itself: it asks for a page in return. */
function fromForm({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-mode'] === 'navigate' || (headers.accept ?? '').startsWith('text/html');
}

/** Told when the sender goes away before the answer. */
function gone(_request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function statusOf(outcome: ImportOutcome): number {
  switch (outcome) {
    case 'LOADED':
      return 201;
    case 'UNCHANGED':
    case 'CHECKED':
      return 200;
    case 'REJECTED':
      return 422;
    default:
      return outcome satisfies never;
  }
}
