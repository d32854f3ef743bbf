import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import { createFigure, makerOf } from '../figures/create-figure.ts';
import { fileFormats, FigureFiles, zipFigures } from '../figures/files/index.ts';
import { isKnown } from '../graphql/etag-plugin.ts';
import { shapes, type Language, type Shape } from '../figures/picture-maker.ts';
import type { Meter } from '../access/index.ts';
import { tellAllowance } from './allowance.ts';
import type { KeyReader } from './caller.ts';
import type { Forward } from './dashboard.ts';
import { shareImage } from '../figures/share-image.ts';
import { contextFor, figureFor, type FigureHouse } from './figure-request.ts';
import { figureCaller, spend, workOf } from './figure-charge.ts';
import { originOf } from './origin.ts';
import { answerProblem } from './problem.ts';

interface Options extends FigureHouse {
  keys: KeyReader;
  meter: Meter;
  /** To the figure's page. */
  forward: Forward | undefined;
}

interface FileQuery {
  shape?: string;
  theme?: string;
  scale?: string;
  table?: string;
  download?: string;
}

/**
 * `/figures/ID.svg` and its siblings, in English and under /fr in French; `/figures/ID` itself is a page.
 * `/page.zip?page=/pay` freezes every figure of a page and gives them all.
 */
export async function figureRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { keys, meter, forward } = options;
  app.setErrorHandler(answerProblem);
  app.addHook('onRequest', figureCaller(keys, meter));
  app.addHook('onSend', tellAllowance);
  const files = new FigureFiles();

  const answer = (locale: Language) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { file } = request.params as { file: string };
    const [, id = '', extension] = /^([^.]+)(?:\.(.+))?$/.exec(file) ?? [];
    if (extension === undefined) {
      if (forward) return forward(request, reply);
      reject('SERVICE_UNAVAILABLE', 'The dashboard is not built.');
    }
    const format = fileFormats.get(extension);
    if (!format)
      reject(
        'NOT_FOUND',
        `Figures come as ${[...fileFormats.keys()].join(', ')}; not as "${extension.slice(0, 20)}".`,
      );
    const { context, figure } = await figureFor(options, request, id);
    const query = request.query as FileQuery;
    const origin = originOf(options, request);
    const asked = { context, figure, locale, origin, ...optionsOf(query) };
    const content = await files.of(asked, format, () => spend(request, workOf(asked, extension)));
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
    void reply
      .type(format.mediaType)
      .header('etag', etag)
      .header('cache-control', figure.protected ? 'private, no-cache' : 'public, max-age=86400')
      .header('access-control-allow-origin', '*');
    if (extension === 'csv') {
      const table = query.table === undefined ? '' : `?table=${encodeURIComponent(query.table)}`;
      void reply.header(
        'link',
        `<${request.routeOptions.url?.replace(':file', '')}${id}.csv-metadata.json${table}>; rel="describedby"; type="application/csvm+json"`,
      );
    }
    if (query.download !== undefined)
      void reply.header('content-disposition', `attachment; filename="tacit-${id}-${locale}.${extension}"`);
    if (isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
    return reply.send(content);
  };

  const whole = (locale: Language) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { page = '' } = request.query as { page?: string };
    const context = await contextFor(options, request);
    const origin = originOf(options, request);
    const names = await makerOf(context).names(page, context.access);
    if (names.length === 0) reject('NOT_FOUND', 'The page has no figure now.');
    await spend(request, names.length * 1_500);
    // Each figure has the time of an operation for itself: there are pages of many.
    const requests = async function* () {
      for (const name of names) {
        const own = await contextFor(options, request);
        const { figure } = await createFigure(own, page, name);
        yield { context: own, figure, locale, origin, ...optionsOf({}) };
      }
    };
    return reply
      .type('application/zip')
      .header('cache-control', 'private, no-cache')
      .header(
        'content-disposition',
        `attachment; filename="tacit${page.split('?')[0]?.replaceAll('/', '-')}.zip"`,
      )
      .send(await zipFigures(requests()));
  };

  const share = (locale: Language) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { page = '' } = request.query as { page?: string };
    const context = await contextFor(options, request);
    const image = await shareImage(context, page, locale, originOf(options, request), () =>
      spend(request, 300),
    );
    return reply.type('image/png').header('cache-control', 'private, max-age=300').send(image);
  };

  app.get('/share.png', share('en'));
  app.get('/fr/share.png', share('fr'));
  app.get('/page.zip', whole('en'));
  app.get('/fr/page.zip', whole('fr'));
  app.get('/figures/:file', answer('en'));
  app.get('/fr/figures/:file', answer('fr'));
}

/** What a picture is asked to be like; nothing is silently made smaller. */
function optionsOf({ shape = 'natural', theme = 'light', scale = '2', table }: FileQuery) {
  if (!shapes.includes(shape as Shape)) reject('BAD_USER_INPUT', `"shape" is one of ${shapes.join(', ')}.`);
  if (theme !== 'light' && theme !== 'dark') reject('BAD_USER_INPUT', '"theme" is light or dark.');
  const factor = Number(scale);
  if (!(factor >= 1 && factor <= 4)) reject('BAD_USER_INPUT', '"scale" is a number from 1 to 4.');
  return { shape: shape as Shape, theme, scale: factor, table } as const;
}
