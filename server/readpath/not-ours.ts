/** Stops the work on a document that Apollo has to answer, and says what of it. */
export class NotOurs extends Error {
  /** Is it so whatever the variables are? */
  readonly isForGood: boolean;

  constructor(what: string | undefined, isForGood = false) {
    super(what);
    this.isForGood = isForGood;
  }
}
