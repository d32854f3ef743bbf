import { error } from '@sveltejs/kit';
import { publicSchema } from '../../../../lib/reference/schema.ts';
import { typePage, typesOf } from '../../../../lib/reference/type-page.ts';
import type { PageServerLoad } from './$types';

/** One type of the schema; 404 where there is none of that name. */
export const load: PageServerLoad = ({ params }) => {
  const schema = publicSchema();
  const type = typesOf(schema).find(({ name }) => name === params.type);
  if (!type)
    error(404, { message: `The schema has no type "${params.type.slice(0, 60)}".`, code: 'NOT_FOUND' });
  return { type: typePage(schema, type) };
};
