import { channel } from 'node:diagnostics_channel';
import type { Current } from './current.ts';

/** One statement that was sent to PostgreSQL, as its client saw it. */
export interface StatementSent {
  /** For what it was sent. */
  current: Current | undefined;
  /** Its text, with places ($1) where values stand. */
  sql: string;
  /** Were values sent beside the text? Where not, the text may hold them. */
  hasValues: boolean;
  /** When it was sent, and how long until the answer was there, in milliseconds. */
  sentAt: number;
  took: number;
  failed: boolean;
}

/** Told of every statement when its answer is there. */
export const statementAnswered = channel('tacit.statement.answered');
