import type { PageServerLoad } from './$types';

/** The query that an address opens with, for the script that has no other way to know. */
export const load: PageServerLoad = ({ url }) => ({
  query: url.searchParams.get('query') ?? '',
  variables: url.searchParams.get('variables') ?? '',
});
