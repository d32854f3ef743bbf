import { channel } from 'node:diagnostics_channel';
import type { Current } from './current.ts';

/** An operation that begins to be executed. */
export interface BegunOperation {
  current: Current | undefined;
  /** One of our own documents' names, or `other`. */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
}

/** An operation that was answered, or refused before it began. */
export interface EndedOperation extends BegunOperation {
  seconds: number;
  /** The codes of its errors, of the registry. */
  codes: readonly string[];
  /** Points that it might have cost, and that it did. */
  requested: number;
  actual: number;
}

/** A request that was refused before it held an operation. */
export interface RefusedRequest {
  code: string;
}

/** Told of every operation; whoever measures listens. */
export const operationBegan = channel('tacit.operation.began');
export const operationEnded = channel('tacit.operation.ended');
export const requestRefused = channel('tacit.request.refused');
