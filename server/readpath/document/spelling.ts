import { Kind, Lexer, Source, TokenKind } from 'graphql';
import { limits } from '../../graphql/cost/limits.ts';

/** A number or text that a document holds as such. */
export interface Literal {
  kind: Kind.INT | Kind.FLOAT | Kind.STRING;
  value: string;
  /** Where it stands in the document. */
  start: number;
}

/** A document without what does not change its plan: blanks, comments, and the numbers and texts in its fields. */
export interface Spelling {
  /** The same for all documents that differ in nothing else. */
  key: string;
  literals: Literal[];
}

const kinds: Partial<Record<TokenKind, Literal['kind']>> = {
  [TokenKind.INT]: Kind.INT,
  [TokenKind.FLOAT]: Kind.FLOAT,
  [TokenKind.STRING]: Kind.STRING,
  [TokenKind.BLOCK_STRING]: Kind.STRING,
};

/** Spells a document out, token by token; null for text that is no GraphQL, or too much of it. */
export function spell(text: string): Spelling | null {
  const lexer = new Lexer(new Source(text));
  const literals: Literal[] = [];
  let key = '';
  // Literals outside selections are the defaults of variables: they belong to the plan.
  let parentheses = 0;
  let selections = 0;
  try {
    for (let count = 0; ; count += 1) {
      const { kind, start, end, value } = lexer.advance();
      if (kind === TokenKind.EOF) return { key, literals };
      if (count >= limits.tokens) return null;
      if (kind === TokenKind.PAREN_L) parentheses += 1;
      else if (kind === TokenKind.PAREN_R) parentheses -= 1;
      else if (kind === TokenKind.BRACE_L && parentheses === 0) selections += 1;
      else if (kind === TokenKind.BRACE_R && parentheses === 0) selections -= 1;
      const literal = kinds[kind];
      if (literal !== undefined && selections > 0) {
        literals.push({ kind: literal, value, start });
        key += ` #${literal}`;
      } else key += ` ${kind === TokenKind.NAME ? value : text.slice(start, end)}`;
    }
  } catch {
    return null;
  }
}
