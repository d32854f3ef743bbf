import { find } from '../../../lib/reference/find.ts';
import { publicSchema } from '../../../lib/reference/schema.ts';
import { kindOf, typeKinds, typesOf } from '../../../lib/reference/type-page.ts';
import type { PageServerLoad } from './$types';

const longest = 100;

/** Every type by its kind or, with a search, what of the schema fits it. */
export const load: PageServerLoad = ({ url }) => {
  const schema = publicSchema();
  const text = (url.searchParams.get('q') ?? '').slice(0, longest);
  const types = typesOf(schema).map((type) => ({ name: type.name, kind: kindOf(schema, type) }));
  return {
    text,
    count: types.length,
    search: text.trim() ? find(schema, text) : null,
    kinds: typeKinds.map((kind) => ({
      kind,
      names: types.filter((type) => type.kind === kind).map(({ name }) => name),
    })),
  };
};
