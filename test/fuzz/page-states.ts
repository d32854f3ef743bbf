import fc from 'fast-check';
import { hostileTexts } from './hostile-texts.ts';

/** What the parameters of a page are called, and values that its own links and forms give them. */
export type PageParameters = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Learns from pages themselves what their addresses may hold: from links, selections and fields. */
export async function learnParameters(site: string, paths: readonly string[]): Promise<PageParameters> {
  const found = new Map<string, Map<string, Set<string>>>();
  const note = (path: string, name: string, value: string): void => {
    const ofPath = found.get(path) ?? new Map<string, Set<string>>();
    found.set(path, ofPath.set(name, (ofPath.get(name) ?? new Set()).add(value)));
  };
  for (const address of paths) {
    const [path = ''] = address.split('?');
    found.set(path, found.get(path) ?? new Map());
    const html = await (await fetch(site + address, { headers: { accept: 'text/html' } })).text();
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*\?[^"#]*)"/g)) {
      const link = new URL(href.replaceAll('&amp;', '&'), site);
      if (paths.some((one) => one.split('?')[0] === link.pathname))
        for (const [name, value] of link.searchParams) note(link.pathname, name, value);
    }
    for (const [, name = '', options = ''] of html.matchAll(
      /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
    ))
      for (const [, value = ''] of options.matchAll(/value="([^"]*)"/g)) note(path, name, value);
    for (const [, name = ''] of html.matchAll(/<input[^>]*name="([^"]+)"/g)) note(path, name, '');
  }
  return new Map(
    [...found].map(([path, names]) => [
      path,
      new Map([...names].map(([name, values]) => [name, [...values]])),
    ]),
  );
}

const strange = () => fc.oneof(fc.constantFrom(...hostileTexts), fc.integer().map(String), fc.string());

/** An address of one of the pages in some state: most values are of the page, some of another, some of nobody. */
export function writeAddress(g: fc.GeneratorValue, parameters: PageParameters): string {
  const pick = <T>(from: readonly T[]): T => from[g(fc.integer, { min: 0, max: from.length - 1 })]!;
  const oneIn = (times: number): boolean => g(fc.integer, { min: 1, max: times }) === 1;
  const [path, own] = pick([...parameters]);
  const all = [...parameters.values()].flatMap((names) => [...names]);
  const query = new URLSearchParams();
  const wanted = g(fc.integer, { min: 0, max: 5 });
  for (let at = 0; at < wanted; at += 1) {
    const [name, values] = own.size > 0 && !oneIn(6) ? pick([...own]) : pick(all);
    query.append(name, oneIn(4) ? g(strange) : oneIn(8) ? pick(pick(all)[1]) : pick(values));
  }
  const french = oneIn(3) ? (path === '/' ? '/fr' : `/fr${path}`) : path;
  return query.size === 0 ? french : `${french}?${query}`;
}
