import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import { feedOf } from '../figures/feed/write-feed.ts';
import type { Language } from '../figures/picture-maker.ts';
import type { FigureHouse } from './figure-request.ts';
import { originOf } from './origin.ts';
import { answerProblem } from './problem.ts';

const pagePattern = /^\/[a-z0-9/-]{0,80}$/;

/** `/feed.xml` (Atom) and `/feed.json` (JSON Feed), in both languages; `?page=/pay` for one page's news. */
export async function feedRoutes(
  app: FastifyInstance,
  house: Pick<FigureHouse, 'graph' | 'publicUrl'>,
): Promise<void> {
  app.setErrorHandler(answerProblem);

  const answer =
    (locale: Language, format: 'atom' | 'json') => async (request: FastifyRequest, reply: FastifyReply) => {
      const { page } = request.query as { page?: string };
      if (page !== undefined && !pagePattern.test(page))
        reject('BAD_USER_INPUT', '"page" is the path of a page, such as /pay.');
      const context = house.graph.context({ requestId: request.id });
      const feed = await feedOf(context, { locale, page, origin: originOf(house, request) });
      void reply.header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*');
      return format === 'atom'
        ? reply.type('application/atom+xml; charset=utf-8').send(feed.atom1())
        : reply.type('application/feed+json; charset=utf-8').send(feed.json1());
    };
  app.get('/feed.xml', answer('en', 'atom'));
  app.get('/feed.json', answer('en', 'json'));
  app.get('/fr/feed.xml', answer('fr', 'atom'));
  app.get('/fr/feed.json', answer('fr', 'json'));
}
