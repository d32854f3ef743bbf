import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorRegistry, retryAfter, type ErrorCode } from '../errors/registry.ts';
import { TacitError } from '../errors/tacit-error.ts';
import { requestRefused, type RefusedRequest } from '../signals/operations.ts';
import { costOfRefusal } from './allowance.ts';
import { databaseCode } from '../graphql/errors.ts';

/** What whoever sent a request is told of its failure. */
export interface Problem {
  code: ErrorCode;
  message: string;
  details?: Readonly<Record<string, unknown>>;
}

/** Answers an error outside GraphQL: `{ error: { code, message } }` with the registry's status. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  answerWith(describeProblem(error, request), reply);
}

/** Answers what failed, as it is described. */
export function answerWith(problem: Problem, reply: FastifyReply): void {
  void withStatus(reply, problem).send({ error: problem });
}

/** The same as a GraphQL response, for whoever speaks GraphQL to us. */
export function answerGraphProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { code, message, details } = describeProblem(error, request);
  void withStatus(reply, { code }).send({
    errors: [{ message, extensions: { ...details, code } }],
    extensions: costOfRefusal(request),
  });
}

/** Answers that an address leads nowhere, or does not take the method. */
export function answerMissing(_request: FastifyRequest, reply: FastifyReply, message?: string): void {
  const { status, message: usual } = errorRegistry.NOT_FOUND;
  void reply.code(status).send({ error: { code: 'NOT_FOUND', message: message ?? usual } });
}

function withStatus(reply: FastifyReply, { code }: Pick<Problem, 'code'>): FastifyReply {
  // HTTP asks of every 401 that it names the scheme that would do.
  if (code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer realm="Tacit"');
  if (code === 'SERVICE_UNAVAILABLE') void reply.header('retry-after', retryAfter);
  return reply.code(errorRegistry[code].status);
}

/** Says in the registry's terms what failed; what is not fit for the sender is logged and masked. */
export function describeProblem(error: unknown, request: FastifyRequest): Problem {
  const problem = inTerms(error, request);
  requestRefused.publish({ code: problem.code } satisfies RefusedRequest);
  return problem;
}

function inTerms(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof TacitError) {
    const { code, message, details } = error;
    return details === undefined ? { code, message } : { code, message, details };
  }
  const code = databaseCode(error) ?? codeOf((error as Partial<FastifyError>).statusCode);
  if (code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error }, 'a request failed');
  if (code !== 'BAD_REQUEST') return { code, message: errorRegistry[code].message };
  // Fastify's words about a malformed request are fit for its sender; anything else stays in the log.
  const { code: fault = '', message } = error as FastifyError;
  return { code, message: bodyInWords[fault] ?? message };
}

/** Where Fastify's own words would not tell what to do. */
const bodyInWords: Readonly<Record<string, string>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty: it must be JSON.',
  FST_ERR_CTP_INVALID_JSON_BODY:
    'The body is not JSON, or holds a key named "__proto__" or "constructor", which are not taken.',
};

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
