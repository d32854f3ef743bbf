import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ApiKey } from '../access/index.ts';
import { fill } from '../graphql/node.ts';
import { DateTimeScalar } from '../graphql/scalars/index.ts';

export enum KeyScope {
  READ = 'READ',
  LEDGER = 'LEDGER',
  ADMIN = 'ADMIN',
}

registerEnumType(KeyScope, {
  name: 'KeyScope',
  description: 'What a key may do; each holds those before it.',
  valuesConfig: {
    READ: { description: 'Open data, under a name of its own.' },
    LEDGER: {
      description:
        'Also rows of protected ledgers, and their aggregates as disclosure control lets them out.',
    },
    ADMIN: { description: 'Everything, and changes to it.' },
  },
});

@ObjectType('ApiKey', {
  description: 'A key of the API, without the key itself: of that only a hash is kept.',
})
export class ApiKeyType {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field(() => String, { description: 'Whose it is, or what for.' })
  name!: string;

  @Field(() => KeyScope, { description: 'What it may do.' })
  scope!: KeyScope;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; null for never.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it was not.' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to about five minutes; null for never.',
  })
  lastUsedAt!: Date | null;

  /** The type of a key. */
  static of({ id: number, scope, ...rest }: ApiKey): ApiKeyType {
    return fill(new ApiKeyType(), { number, scope: scope.toUpperCase() as KeyScope, ...rest });
  }
}
