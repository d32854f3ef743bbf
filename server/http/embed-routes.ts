import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import { withDrawn } from '../figures/drawn-figure.ts';
import { oembedOf, oembedXml } from '../figures/oembed.ts';
import { addressOf } from '../figures/files/file-format.ts';
import type { Language } from '../figures/picture-maker.ts';
import { identify, type KeyReader } from './caller.ts';
import { figureFor, type FigureHouse } from './figure-request.ts';
import { originOf } from './origin.ts';
import { answerProblem } from './problem.ts';

interface Options extends FigureHouse {
  keys: KeyReader;
}

const themes = ['auto', 'light', 'dark'] as const;

/** What a frame in a foreign page may do: run our one script, use our styles, be framed by anybody. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors *";

/** `/embed/ID`: a figure for a frame in a foreign page; `/oembed`: how such a frame is made from a figure's address. */
export async function embedRoutes(app: FastifyInstance, options: Options): Promise<void> {
  app.setErrorHandler(answerProblem);
  app.addHook('onRequest', identify(options.keys));

  const embed = (locale: Language) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    const { theme = 'auto' } = request.query as { theme?: string };
    const known = themes.find((one) => one === theme);
    if (!known) reject('BAD_USER_INPUT', `"theme" is one of ${themes.join(', ')}.`);
    const { context, figure } = await figureFor(options, request, id);
    const origin = originOf(options, request);
    const address = addressOf(figure, locale, origin);
    const document = await withDrawn(context, figure, locale, (drawn) =>
      drawn.embed({ theme: known, address, origin }),
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', figure.protected ? 'private, no-cache' : 'public, max-age=3600')
      .send(document);
  };
  app.get('/embed/:id', embed('en'));
  app.get('/fr/embed/:id', embed('fr'));

  app.get('/oembed', async (request, reply) => {
    const { url = '', format = 'json', maxwidth, maxheight } = request.query as Record<string, string>;
    if (format !== 'json' && format !== 'xml') reject('BAD_USER_INPUT', '"format" is json or xml.');
    const origin = originOf(options, request);
    const [, french, id] = /^(\/fr)?\/(?:figures|embed)\/([0-9a-f]{20})$/.exec(pathOn(origin, url)) ?? [];
    if (id === undefined) reject('NOT_FOUND', `"url" is the address of a figure: ${origin}/figures/ID.`);
    const { figure } = await figureFor(options, request, id);
    const answer = oembedOf(figure, {
      locale: french ? 'fr' : 'en',
      origin,
      width: sizeOf('maxwidth', maxwidth),
      height: sizeOf('maxheight', maxheight),
    });
    void reply.header('access-control-allow-origin', '*');
    return format === 'xml'
      ? reply.type('text/xml; charset=utf-8').send(oembedXml(answer))
      : reply.type('application/json; charset=utf-8').send(answer);
  });
}

/** The path of an address on this server; of another server's nothing. */
function pathOn(origin: string, address: string): string {
  const url = URL.parse(address);
  return url?.origin === new URL(origin).origin ? url.pathname : '';
}

function sizeOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const size = Number(value);
  return Number.isInteger(size) && size >= 200
    ? size
    : reject('BAD_USER_INPUT', `"${name}" is a whole number of pixels, 200 or more.`);
}
