import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { sourceKinds, sourcesPage } from '../../lib/api/sources.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const cursor = /^[\w-]{1,512}$/;
const pageSize = 50;

/** The sources, a page at a time, newest first. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const state = {
    kind: address.one('kind', sourceKinds),
    reliability: address.one('reliability', ['HIGH', 'MEDIUM', 'LOW']),
  };
  const after = address.text('after', cursor);
  const before = after === undefined ? address.text('before', cursor) : undefined;
  settle(url, address);

  const variables = {
    locale: graphLocale(locals.locale),
    filter: {
      kind: state.kind === undefined ? undefined : [state.kind],
      reliability: state.reliability === undefined ? undefined : [state.reliability],
    },
    ...(before === undefined ? { first: pageSize, after } : { last: pageSize, before }),
  };
  const { sources, all, record } = await ask(sourcesPage, variables);
  return {
    sources,
    all: all.totalCount,
    state,
    resets: address.resets,
    release: record?.release,
    query: excerpt(sourcesPage.document, variables, ['sources']),
  };
};
