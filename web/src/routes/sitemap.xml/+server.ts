import { ask } from '../../lib/api/ask.ts';
import { professionList } from '../../lib/api/professions.ts';
import { locales, pathIn } from '../../lib/i18n/locale.ts';
import { pages } from '../../lib/pages.ts';
import type { RequestHandler } from './$types';

/** Every page in each language, with its twins: those of the masthead, and one a profession. */
export const GET: RequestHandler = async ({ url }) => {
  const { conversion } = await ask(professionList, { locale: 'EN' });
  const professions = conversion.occupations.map(({ profession }) => `/professions/${profession.socCode}`);
  const entries = [...pages, '/professions', ...professions.toSorted()].flatMap((path) =>
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
