import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey, type Scope } from '../access/index.ts';
import { reject } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { asUserErrors } from '../graphql/user-error.type.ts';
import { KeyCreateInput, KeyRevokePayload, NewKeyPayload } from './api-key.payloads.ts';
import { ApiKeyType } from './api-key.type.ts';
import { requireAdmin } from './require-admin.ts';

const needs = 'Needs a key with the scope "admin".';
const longestName = 200;

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => [ApiKeyType], { description: `Every key there was, the oldest first. ${needs}` })
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyType[]> {
    requireAdmin(context);
    return (await listApiKeys(context.primary)).map((key) => ApiKeyType.of(key));
  }

  @Mutation(() => NewKeyPayload, { description: `Makes a key, which is shown this once. ${needs}` })
  async keyCreate(
    @Ctx() context: Context,
    @Arg('input', () => KeyCreateInput, { description: 'The key.' }) input: KeyCreateInput,
  ): Promise<NewKeyPayload> {
    const actor = requireAdmin(context);
    try {
      const wanted = {
        name: checkedName(input.name),
        scope: input.scope.toLowerCase() as Scope,
        expiresAt: checkedEnd(input.expiresAt ?? null),
      };
      return made(await createApiKey(context.primary, wanted, actor));
    } catch (error) {
      return { key: null, apiKey: null, userErrors: asUserErrors(error, 'input') };
    }
  }

  @Mutation(() => NewKeyPayload, {
    description: `Puts a new key with the same name, scope and end in the place of one, which ends at once. ${needs}`,
  })
  async keyRotate(
    @Ctx() context: Context,
    @Arg('number', () => Int, { description: 'The number of the key.' }) number: number,
  ): Promise<NewKeyPayload> {
    const actor = requireAdmin(context);
    try {
      return made((await rotateApiKey(context.primary, number, new Date(), actor)) ?? noKey(number));
    } catch (error) {
      return { key: null, apiKey: null, userErrors: asUserErrors(error, 'number') };
    }
  }

  @Mutation(() => KeyRevokePayload, {
    description: `Ends a key at once; one that has ended stays as it is. ${needs}`,
  })
  async keyRevoke(
    @Ctx() context: Context,
    @Arg('number', () => Int, { description: 'The number of the key.' }) number: number,
  ): Promise<KeyRevokePayload> {
    const actor = requireAdmin(context);
    try {
      const key = (await revokeApiKey(context.primary, number, new Date(), actor)) ?? noKey(number);
      return { apiKey: ApiKeyType.of(key), userErrors: [] };
    } catch (error) {
      return { apiKey: null, userErrors: asUserErrors(error, 'number') };
    }
  }
}

function made({ key, apiKey }: Awaited<ReturnType<typeof createApiKey>>): NewKeyPayload {
  return { key, apiKey: ApiKeyType.of(apiKey), userErrors: [] };
}

function noKey(number: number): never {
  reject('NOT_FOUND', `There is no key ${number}; apiKeys lists those there are.`);
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= longestName) return trimmed;
  reject('BAD_USER_INPUT', `A key has a name of 1 to ${longestName} characters: whose it is, or what for.`, {
    argument: 'input.name',
  });
}

function checkedEnd(text: string | null): Date | null {
  if (text === null) return null;
  const end = new Date(text);
  if (end.getTime() > Date.now()) return end;
  reject('BAD_USER_INPUT', 'The end of a key lies in the future.', { argument: 'input.expiresAt' });
}
