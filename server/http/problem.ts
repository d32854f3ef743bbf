import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorRegistry, type ErrorCode } from '../errors/registry.ts';
import { TacitError } from '../errors/tacit-error.ts';

/** Answers an error outside GraphQL: `{ error: { code, message } }` with the registry's status. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { code, message } = describe(error, request);
  void reply.code(errorRegistry[code].status).send({ error: { code, message } });
}

/** The same as a GraphQL response, for whoever speaks GraphQL to us. */
export function answerGraphProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { code, message } = describe(error, request);
  void reply.code(errorRegistry[code].status).send({ errors: [{ message, extensions: { code } }] });
}

/** Answers that an address leads nowhere, or does not take the method. */
export function answerMissing(_request: FastifyRequest, reply: FastifyReply, message?: string): void {
  const { status, message: usual } = errorRegistry.NOT_FOUND;
  void reply.code(status).send({ error: { code: 'NOT_FOUND', message: message ?? usual } });
}

function describe(error: unknown, request: FastifyRequest): { code: ErrorCode; message: string } {
  if (error instanceof TacitError) return { code: error.code, message: error.message };
  const code = codeOf((error as Partial<FastifyError>).statusCode);
  if (code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error }, 'a request failed');
  // Fastify's words about a malformed body are fit for its sender; anything else stays in the log.
  return { code, message: code === 'BAD_REQUEST' ? (error as Error).message : errorRegistry[code].message };
}

function codeOf(status: number | undefined): ErrorCode {
  switch (status) {
    case 404:
      return 'NOT_FOUND';
    case 405:
      return 'METHOD_NOT_ALLOWED';
    case 413:
      return 'PAYLOAD_TOO_LARGE';
    case 415:
      return 'UNSUPPORTED_MEDIA_TYPE';
    case 503:
      return 'SERVICE_UNAVAILABLE';
    default:
      return status !== undefined && status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  }
}
