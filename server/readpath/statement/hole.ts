import type { Arguments } from '../nouns/noun.ts';

/** The arguments of every field of a document that takes any, in the order in which they were met. */
export type AllArguments = readonly Arguments[];

/** A parameter of a statement that each request fills from its own arguments. */
export class Hole {
  readonly fill: (given: AllArguments) => unknown;

  constructor(fill: (given: AllArguments) => unknown) {
    this.fill = fill;
  }
}
