import { errorRegistry, type ErrorCode } from './registry.ts';
import { Said } from './said.ts';

/** An error that may be shown to whoever asked: it carries a code of the registry. */
export class TacitError extends Error {
  override readonly name = 'TacitError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** The message with what was put into it; the registry's where the code is all there is to say. */
  readonly said: Said;

  constructor(code: ErrorCode, message?: string | Said, details?: Record<string, unknown>) {
    super(String(message ?? errorRegistry[code].message));
    this.said = message instanceof Said ? message : new Said(message ?? errorRegistry[code].message);
    this.code = code;
    this.details = details;
  }

  /** The HTTP status that the registry gives this code. */
  get status(): number {
    return errorRegistry[this.code].status;
  }

  /** True where the same request may succeed later. */
  get retryable(): boolean {
    return errorRegistry[this.code].retryable;
  }
}

/** Throws the registered error; an expression, so that it fits after `??`. */
export function reject(code: ErrorCode, message?: string | Said, details?: Record<string, unknown>): never {
  throw new TacitError(code, message, details);
}
