import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorRegistry, isErrorCode } from '../../server/errors/registry.ts';
import { reject, TacitError } from '../../server/errors/tacit-error.ts';

/** What the contract promises, and what Apollo sends by itself. */
const promised = [
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'UNKNOWN_RELEASE', 'QUERY_TOO_COMPLEX', 'RATE_LIMITED'],
  ...['QUERY_TIMEOUT', 'DISCLOSURE_RISK'],
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST'],
  ...['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'OPERATION_RESOLUTION_FAILURE'],
  'INTERNAL_SERVER_ERROR',
];

describe('the error registry', () => {
  it('holds every promised code', () => {
    expect(Object.keys(errorRegistry)).toEqual(expect.arrayContaining(promised));
  });

  it('gives every code a status, a whole sentence, and whether to try again', () => {
    for (const [code, { status, message, retryable }] of Object.entries(errorRegistry)) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(status).toSatisfy((value: number) => value === 200 || (value >= 400 && value < 600));
      expect(message).toMatch(/^[A-Z].*\.$/s);
      expect(retryable).toBeTypeOf('boolean');
    }
  });

  it('tells to try again only where the same request may succeed later', () => {
    const retryable = Object.entries(errorRegistry).filter(([, entry]) => entry.retryable);
    expect(retryable.map(([code]) => code)).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
      'RATE_LIMITED',
      'QUERY_TIMEOUT',
      'SERVICE_UNAVAILABLE',
      'CONFLICT',
    ]);
  });

  it('knows its codes from inherited names and from anything else', () => {
    expect(isErrorCode('NOT_FOUND')).toBe(true);
    expect(['toString', 'constructor', 'nothing', 42, undefined].filter(isErrorCode)).toEqual([]);
  });

  it('imports nothing', () => {
    const source = readFileSync(new URL('../../server/errors/registry.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/^import /m);
  });
});

describe('a registered error', () => {
  it('carries its code, status and details, and the words of the registry when it has none of its own', () => {
    const error = new TacitError('NOT_FOUND', undefined, { id: 'x' });
    expect(error).toMatchObject({ code: 'NOT_FOUND', status: 404, retryable: false, details: { id: 'x' } });
    expect(error.message).toBe(errorRegistry.NOT_FOUND.message);
  });

  it('is thrown by reject', () => {
    expect(() => reject('FORBIDDEN', 'Not you.')).toThrow(new TacitError('FORBIDDEN', 'Not you.'));
  });
});
