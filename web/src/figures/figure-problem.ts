/** Why a figure cannot be made, with a code of the API's registry. */
export class FigureProblem extends Error {
  override readonly name = 'FigureProblem';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
