import { cacheAsked, type CacheAsked } from '../signals/caches.ts';
import {
  operationEnded,
  requestRefused,
  type EndedOperation,
  type RefusedRequest,
} from '../signals/operations.ts';
import { statementAnswered, type StatementSent } from '../signals/statements.ts';
import { listen } from './listen.ts';
import type { Metrics } from './metrics.ts';

/** Counts what the house tells of its work; the answer ends it. */
export function countSignals(metrics: Metrics): () => void {
  return listen([
    [
      operationEnded,
      (told) => {
        const { name: operation, seconds, codes, requested, actual } = told as EndedOperation;
        metrics.operationSeconds.observe({ operation }, seconds);
        metrics.points.inc({ operation, counted: 'requested' }, requested);
        metrics.points.inc({ operation, counted: 'actual' }, actual);
        for (const code of codes) metrics.errors.inc({ code });
      },
    ],
    [requestRefused, (told) => metrics.errors.inc({ code: (told as RefusedRequest).code })],
    [
      statementAnswered,
      (told) => {
        const { current, took, failed } = told as StatementSent;
        metrics.statementSeconds.observe({ operation: current?.operation ?? 'none' }, took / 1000);
        if (failed) metrics.failedStatements.inc();
      },
    ],
    [
      cacheAsked,
      (told) => {
        const { cache, hit } = told as CacheAsked;
        metrics.cacheRequests.inc({ cache, result: hit ? 'hit' : 'miss' });
      },
    ],
  ]);
}
