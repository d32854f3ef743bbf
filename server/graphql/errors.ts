import { GraphQLError, isEnumType, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { errorRegistry, isErrorCode, type ErrorCode } from '../errors/registry.ts';
import { TacitError } from '../errors/tacit-error.ts';
import { inOurWords } from './apollo-words.ts';

/** Where `didEncounterErrors` leaves the request id for the formatter, which is not told of the request. */
const requestIds = new WeakMap<object, string>();

/** Remembers which request met an error, so that what is masked can be found in the log. */
export function tagWithRequest(errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors) requestIds.set(error, requestId);
}

/** Makes the formatter that lets only registered codes out; everything else is logged and masked. */
export function errorFormatter(logger: Pick<Logger, 'error' | 'debug'>, schema?: GraphQLSchema) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = { locations: formatted.locations, path: formatted.path };
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof TacitError) {
      return {
        ...place,
        message: inShort(cause.message),
        extensions: { ...cause.details, code: cause.code },
      };
    }
    const ours =
      cause instanceof GraphQLError && formatted.path === undefined && inOurWords(formatted.message);
    if (ours) return { message: ours.message, extensions: { code: ours.code } };
    const code = formatted.extensions?.['code'];
    if (cause instanceof GraphQLError && isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
      return { ...place, message: inShort(withValues(formatted.message, schema)), extensions: { code } };
    }
    const masked = databaseCode(cause) ?? 'INTERNAL_SERVER_ERROR';
    const requestId = error instanceof GraphQLError ? requestIds.get(error) : undefined;
    const fault = { err: cause, requestId, path: formatted.path, code: masked };
    if (masked === 'BAD_USER_INPUT') {
      logger.debug(fault, 'an operation held text that the database cannot');
      return { ...place, message: nulCharacter, extensions: { code: masked } };
    }
    logger.error(fault, 'an operation failed');
    return { ...place, message: errorRegistry[masked].message, extensions: { code: masked, requestId } };
  };
}

/** What graphql-js says of a value that an enum does not have and that is like none of its own. */
const noValue = /^(?:.*; )?Value "[^"]*" does not exist in "(\w+)" enum\.$/s;

/** Names the values that there are, where nothing else says what would do. */
function withValues(message: string, schema: GraphQLSchema | undefined): string {
  const [, name = ''] = noValue.exec(message) ?? [];
  const type = schema?.getType(name);
  if (!isEnumType(type)) return message;
  return `${message} It has ${type
    .getValues()
    .map((value) => value.name)
    .join(', ')}.`;
}

const longestMessage = 1000;

/** A message that repeats what was sent repeats no more of it than helps. */
function inShort(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

const nulCharacter = 'Text with a NUL character (U+0000) cannot be used: leave the character out.';

/**
 * Connections that are lost (class 08, and as the operating system says it), a database that is stopping or starting (57P),
 * that has run out of something (53: connections, memory, disk) or whose disk fails (58).
 */
const unavailable = /^(08...|57P..|53...|58...|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;

/** pg's own words for a connection that is gone, and PostgreSQL's for a disk that takes no more: they come without a code. */
const unavailableInWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after)|not queryable$|(No space left on device|Disk quota exceeded|File too large)$/;

/** Two writers in each other's way: one was let through. */
const inTheWay = /^(40001|40P01|55P03)$/;

/** What a fault of the database means to the caller; null when it is ours. */
export function databaseCode(error: unknown): ErrorCode | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '57014') return 'QUERY_TIMEOUT';
  // PostgreSQL's text holds no zero byte.
  if (code === '22021') return 'BAD_USER_INPUT';
  if (inTheWay.test(code)) return 'CONFLICT';
  return unavailable.test(code) || unavailableInWords.test(error.message) ? 'SERVICE_UNAVAILABLE' : null;
}
