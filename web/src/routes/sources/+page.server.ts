import { askTurned } from '../../lib/api/ask-turned.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { sourceKinds, sourcesPage } from '../../lib/api/sources.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, cursor } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

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

  const read = {
    locale: graphLocale(locals.locale),
    filter: {
      kind: state.kind === undefined ? undefined : [state.kind],
      reliability: state.reliability === undefined ? undefined : [state.reliability],
    },
  };
  const { result, variables } = await askTurned(sourcesPage, read, { after, before }, pageSize, address);
  const { sources, all, record } = result;
  return {
    sources,
    all: all.totalCount,
    state,
    resets: address.resets,
    release: record?.release,
    query: excerpt(sourcesPage.document, variables, ['sources']),
  };
};
