import type { ErrorCode } from '../errors/registry.ts';

/** What we say in the place of Apollo's own words, and under which code. */
interface Said {
  code: ErrorCode;
  message: string;
}

/** Faults of the sender that Apollo gives no code, the wrong one, or words that do not tell what to do. */
const said: readonly (readonly [RegExp, Said])[] = [
  [
    /^GET requests only support query operations/,
    { code: 'METHOD_NOT_ALLOWED', message: 'GET asks and changes nothing: send a mutation by POST.' },
  ],
  [
    /^provided sha does not match query$/,
    {
      code: 'BAD_REQUEST',
      message:
        'extensions.persistedQuery.sha256Hash is not the SHA-256 of query, in hexadecimal digits: send the hash of the exact text.',
    },
  ],
  [
    /^Unsupported persisted query version$/,
    {
      code: 'BAD_REQUEST',
      message: 'extensions.persistedQuery is { "version": 1, "sha256Hash": … }: no other version is known.',
    },
  ],
  [
    /^POST body missing/,
    { code: 'BAD_REQUEST', message: 'The body must be a JSON object such as { "query": "{ __typename }" }.' },
  ],
  [
    /^GraphQL operations must contain a non-empty/,
    { code: 'BAD_REQUEST', message: 'The request has no "query", nor the hash of one in "extensions".' },
  ],
  [
    /^Operation batching disabled/,
    { code: 'BAD_REQUEST', message: 'A request holds one operation: send each on its own, in no array.' },
  ],
  [
    /^This operation has been blocked as a potential Cross-Site Request Forgery/,
    {
      code: 'BAD_REQUEST',
      message:
        'A GET from a browser’s page needs the header "apollo-require-preflight: 1", which pages elsewhere may not send unasked.',
    },
  ],
];

/** What is said instead of a message of Apollo's; undefined where its own words will do. */
export function inOurWords(message: string): Said | undefined {
  return said.find(([pattern]) => pattern.test(message))?.[1];
}
