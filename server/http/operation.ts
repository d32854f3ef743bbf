import type { FastifyRequest } from 'fastify';

/** An operation as a well-formed request sends it. */
export interface SentOperation {
  /** Its text; null where only its hash is sent. */
  query: string | null;
  hash: string | null;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** What its sender takes an answer as. */
  contentType: string;
}

const json = 'application/json; charset=utf-8';
const response = 'application/graphql-response+json; charset=utf-8';

/** What the usual clients accept, and what Apollo answers them in; what others do, it weighs itself. */
const contentTypes: Readonly<Record<string, string>> = {
  '': json,
  '*/*': json,
  'application/json': json,
  'application/json, */*': json,
  'application/json, text/plain, */*': json,
  'application/graphql-response+json': response,
  'application/graphql-response+json, application/json': response,
  'application/graphql-response+json,application/json;q=0.9': response,
};

/** The operation of a request; null for one with which anything is unusual, so that Apollo says what. */
export function operationOf(request: FastifyRequest): SentOperation | null {
  const contentType = contentTypes[request.headers.accept ?? ''];
  if (contentType === undefined) return null;
  const sent = request.method === 'GET' ? sentByGet(request) : sentByPost(request);
  return sent && { ...sent, contentType };
}

type Sent = Omit<SentOperation, 'contentType'>;

function sentByPost({ headers, body }: FastifyRequest): Sent | null {
  if (!/^application\/json(;|$)/.test(headers['content-type'] ?? '') || !isRecord(body)) return null;
  return sentAs(body);
}

function sentByGet({ headers, url }: FastifyRequest): Sent | null {
  if (headers['content-type'] !== undefined) return null;
  // From a page it needs a header that pages elsewhere may not send unasked.
  if (!headers['apollo-require-preflight'] && !headers['x-apollo-operation-name']) return null;
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const sent: Record<string, unknown> = {};
  for (const [name, value] of parameters) {
    if (name in sent) return null;
    sent[name] = name === 'variables' || name === 'extensions' ? parsed(value) : value;
  }
  return sentAs(sent);
}

function sentAs({ query, operationName, variables, extensions }: Record<string, unknown>): Sent | null {
  if (operationName != null && typeof operationName !== 'string') return null;
  if (variables != null && !isRecord(variables)) return null;
  const sent = { operationName: operationName ?? undefined, variables: variables ?? {} };
  if (extensions == null)
    return typeof query === 'string' && query !== '' ? { ...sent, query, hash: null } : null;
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : null;
  // With its text it is to be stored: that is Apollo's business.
  if (query !== undefined || !isRecord(persisted) || persisted['version'] !== 1) return null;
  const hash = persisted['sha256Hash'];
  return typeof hash === 'string' ? { ...sent, query: null, hash } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
