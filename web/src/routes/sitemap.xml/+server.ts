import { ask } from '../../lib/api/ask.ts';
import { claimsPage } from '../../lib/api/claims.ts';
import { organisationsPage } from '../../lib/api/organisations.ts';
import { professionList } from '../../lib/api/professions.ts';
import { locales, pathIn } from '../../lib/i18n/locale.ts';
import { pages } from '../../lib/pages.ts';
import type { RequestHandler } from './$types';

/** Every page in each language, with its twins: those of the masthead, and one a profession, a claim, an organisation. */
export const GET: RequestHandler = async ({ url }) => {
  const [{ conversion }, { claims }, { organisations }] = await Promise.all([
    ask(professionList, { locale: 'EN' }),
    ask(claimsPage, { locale: 'EN' }),
    ask(organisationsPage, { locale: 'EN', filter: {} }),
  ]);
  const professions = conversion.occupations.map(({ profession }) => `/professions/${profession.socCode}`);
  const paths = [
    ...pages,
    ...claims.map(({ slug }) => `/claims/${slug}`),
    '/organisations',
    ...organisations.nodes.map(({ slug }) => `/organisations/${slug}`),
    '/graphql',
    '/graphql/reference',
    '/graphql/changelog',
    '/personal-data',
    '/professions',
    ...professions.toSorted(),
  ];
  const entries = paths.flatMap((path) =>
    locales.map((locale) => {
      const twins = locales
        .map(
          (other) =>
            `<xhtml:link rel="alternate" hreflang="${other}" href="${url.origin}${pathIn(other, path)}"/>`,
        )
        .join('');
      return `<url><loc>${url.origin}${pathIn(locale, path)}</loc>${twins}</url>`;
    }),
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
