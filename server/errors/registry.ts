/** What the outside is told about one kind of error. */
export interface ErrorEntry {
  /** HTTP status of a response that failed as a whole. */
  status: number;
  /** Said when the place that found the fault has nothing more exact to say. */
  message: string;
  /** True where the same request may succeed later, unchanged. */
  retryable: boolean;
}

/**
 * Every error code that a client can meet; nothing else leaves the server. The first group is Apollo's own,
 * under Apollo's names.
 */
export const errorRegistry = {
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    message: 'The document is not valid GraphQL syntax.',
    retryable: false,
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    message: 'The document does not fit the schema; /graphql/schema shows it.',
    retryable: false,
  },
  BAD_USER_INPUT: { status: 400, message: 'An argument has a value that cannot be used.', retryable: false },
  BAD_REQUEST: { status: 400, message: 'The request is not a GraphQL request over HTTP.', retryable: false },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    message: 'The document holds several operations: name the one to run in operationName.',
    retryable: false,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    message: 'This server has not kept the query of that hash: send the query with its hash once.',
    retryable: true,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    message: 'This server keeps no queries by hash: send the query itself.',
    retryable: false,
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'The server failed at this request. It is logged under the request id of this response.',
    retryable: false,
  },

  UNAUTHENTICATED: {
    status: 401,
    message: 'This needs an API key: send it as "Authorization: Bearer KEY".',
    retryable: false,
  },
  FORBIDDEN: {
    status: 403,
    message: 'The API key does not have the scope that this needs.',
    retryable: false,
  },
  NOT_FOUND: { status: 404, message: 'There is nothing under this address or id.', retryable: false },
  UNKNOWN_RELEASE: { status: 404, message: 'The dataset has no release of that number.', retryable: false },
  QUERY_TOO_COMPLEX: {
    status: 400,
    message: 'The query asks for more than one request may; ask for fewer fields or smaller pages.',
    retryable: false,
  },
  RATE_LIMITED: { status: 429, message: 'Too many requests; wait and try again.', retryable: true },
  QUERY_TIMEOUT: {
    status: 504,
    message: 'The query took longer than one request may; narrow it, or try again later.',
    retryable: true,
  },
  DISCLOSURE_RISK: {
    status: 403,
    message: 'The answer could tell one person apart from the others, so it is not given.',
    retryable: false,
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The server is not ready to answer; try again shortly.',
    retryable: true,
  },

  METHOD_NOT_ALLOWED: { status: 405, message: 'This address does not take that method.', retryable: false },
  CONFLICT: {
    status: 409,
    message: 'Something else is at work on this; try again when it is done.',
    retryable: true,
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: 'The request is larger than this server takes.',
    retryable: false,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The body must be JSON: send "Content-Type: application/json".',
    retryable: false,
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorRegistry;

/** True for a code of the registry. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorRegistry, code);
}

/** In how many seconds to ask again where the server cannot answer now, as the header Retry-After says it. */
export const retryAfter = '2';
