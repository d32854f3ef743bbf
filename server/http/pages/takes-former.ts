import type { FastifyRequest } from 'fastify';

/** What a browser asks for when its reader reloads: nothing that was kept. */
const anew = /(^|[\s,])(no-cache|no-store|max-age=0)(?=$|[\s,;])/;
/** From the report of an import: its reader comes to see what she published. */
const fromImport = /^https?:\/\/[^/]+(\/fr)?\/import([/?#]|$)/;

/** Whether a reader can do with a page of the release before, for the moment that the new one takes to be drawn. */
export function takesFormer({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return (
    !anew.test(headers['cache-control'] ?? '') &&
    !anew.test(headers.pragma ?? '') &&
    !fromImport.test(headers.referer ?? '')
  );
}
