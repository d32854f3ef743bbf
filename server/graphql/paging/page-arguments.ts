import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';
import { reject } from '../../errors/tacit-error.ts';

export const largestPage = 100;
export const defaultPage = 25;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, 1 to ${largestPage}; ${defaultPage} when neither first nor last is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the end, 1 to ${largestPage}.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

export interface PageRequest {
  size: number;
  /** True when the page is counted from the end. */
  fromEnd: boolean;
  after: string | null;
  before: string | null;
}

/** The page that is asked for; a size out of bounds is an error, never a silent cut. */
export function pageRequest({ first, after, last, before }: PageArguments): PageRequest {
  if (first != null && last != null) reject('BAD_USER_INPUT', 'Ask for first or for last, not for both.');
  const [name, size] = last != null ? (['last', last] as const) : (['first', first ?? defaultPage] as const);
  if (size < 1 || size > largestPage) {
    reject('BAD_USER_INPUT', `${name} must be from 1 to ${largestPage}, not ${size}.`);
  }
  return { size, fromEnd: name === 'last', after: after ?? null, before: before ?? null };
}
