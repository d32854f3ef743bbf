/**
 * Why the program cannot start, in words for whoever started it: what is wrong, and what would do. It is
 * printed without a stack trace, and the program ends with exit code 1.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
