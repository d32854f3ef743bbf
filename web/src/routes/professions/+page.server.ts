import { redirect } from '@sveltejs/kit';
import { ask } from '../../lib/api/ask.ts';
import { professionList, professionSearch } from '../../lib/api/professions.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { graphLocale, pathIn } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const anyText = /^[^\p{Cc}]{1,80}$/u;

/** The professions that a text names, or all of them by group. One that alone bears the very name is gone to. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const text = address.text('q', anyText);
  settle(url, address);
  const locale = graphLocale(locals.locale);
  const list = () => ask(professionList, { locale });
  if (text === undefined) {
    const { conversion, record } = await list();
    return {
      text: '',
      found: null,
      occupations: conversion.occupations,
      resets: address.resets,
      release: record?.release,
      query: excerpt(professionList.document, { locale }, ['conversion']),
    };
  }
  const variables = { text, locale };
  const { found } = await ask(professionSearch, variables);
  const exact = found.filter(({ match }) => match === 'EXACT');
  if (exact.length === 1)
    redirect(303, pathIn(locals.locale, `/professions/${exact[0]!.profession.socCode}`));
  // Nothing found: the whole list is what helps.
  const all = found.length === 0 ? await list() : null;
  return {
    text,
    found,
    occupations: all?.conversion.occupations ?? [],
    resets: address.resets,
    release: all?.record?.release,
    query: excerpt(professionSearch.document, variables, ['found']),
  };
};
