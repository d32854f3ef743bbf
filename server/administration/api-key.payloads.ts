import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../graphql/scalars/index.ts';
import { UserErrorType } from '../graphql/user-error.type.ts';
import { ApiKeyType, KeyScope } from './api-key.type.ts';

@InputType('KeyCreateInput', { description: 'The key to make.' })
export class KeyCreateInput {
  @Field(() => String, { description: 'Whose it is, or what for: 1 to 200 characters.' })
  name!: string;

  @Field(() => KeyScope, { description: 'What it may do.' })
  scope!: KeyScope;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; never where it is not given.' })
  expiresAt?: string | null;
}

@ObjectType('NewKeyPayload', { description: 'A key that was made, or why there is none.' })
export class NewKeyPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The key itself, shown this once; null when there are errors.',
  })
  key!: string | null;

  @Field(() => ApiKeyType, { nullable: true, description: 'What is kept of it; null when there are errors.' })
  apiKey!: ApiKeyType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it succeeded.' })
  userErrors!: UserErrorType[];
}

@ObjectType('KeyRevokePayload', { description: 'A key that was ended, or why none was.' })
export class KeyRevokePayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null when there are errors.' })
  apiKey!: ApiKeyType | null;

  @Field(() => [UserErrorType], { description: 'Empty when it succeeded.' })
  userErrors!: UserErrorType[];
}
