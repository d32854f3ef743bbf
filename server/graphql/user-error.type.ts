import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { TacitError } from '../errors/tacit-error.ts';

@ObjectType('UserError', { description: 'What was wrong with what was asked, for the one who asked.' })
export class UserErrorType {
  @Field(() => String, { description: 'A code of the error registry.' })
  code!: string;

  @Field(() => [String], { description: 'The path to the input that is wrong.' })
  field!: string[];

  @Field(() => String, { description: 'What is wrong, and what would do.' })
  message!: string;
}

const faultsOfTheAsker = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT', 'FORBIDDEN']);

/**
 * What whoever asked did wrong, as the answer of a mutation; any other error is thrown on. An error that says which argument
 * is wrong is believed.
 */
export function asUserErrors(error: unknown, ...field: string[]): UserErrorType[] {
  if (!(error instanceof TacitError) || !faultsOfTheAsker.has(error.code)) throw error;
  const argument = error.details?.['argument'];
  const wrong = typeof argument === 'string' ? argument.split('.') : field;
  return [{ code: error.code, field: wrong, message: error.message }];
}
