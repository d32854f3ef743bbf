import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { Address, Drawn } from './draw-apart.ts';
import type { Edition } from './edition.ts';
import { KeptPage } from './kept-page.ts';

const mostRemembered = 20_000;

/** What was drawn: a page that may be sent packed to everybody, or whatever else it is. */
export type Answer = { page: KeptPage } | { drawn: Drawn };

interface Options {
  edition: Edition;
  /** Draws a page for nobody in particular. */
  draw: (address: Address) => Promise<Drawn>;
}

/** Pages as everybody sees them, by their address and by where the data stand. */
export class Pages {
  readonly #edition: Edition;
  readonly #draw: Options['draw'];
  readonly #kept = watchCache(
    'pages',
    new LRUCache<string, KeptPage>({ maxSize: mostBytesOf.pages, sizeCalculation: ({ size }) => size }),
  );
  /** Addresses that somebody asked for. */
  readonly #asked = new LRUCache<string, true>({ max: mostRemembered });
  /** Those that are being drawn: whoever comes meanwhile gets the same. */
  readonly #drawing = new Map<string, Promise<Answer>>();
  #packing: Promise<void> = Promise.resolve();

  constructor({ edition, draw }: Options) {
    this.#edition = edition;
    this.#draw = draw;
  }

  /** The page of an address as the data stand now; undefined where the database does not say how they stand. */
  async at(address: Address): Promise<Answer | undefined> {
    const place = createHash('sha256').update(JSON.stringify(address)).digest('base64url');
    const edition = await this.#edition().catch(() => undefined);
    if (edition === undefined) return undefined;
    const key = `${place} ${edition}`;
    const page = this.#kept.get(key);
    noteCache('pages', page !== undefined);
    if (page) {
      if (page.read()) this.#packWell(page);
      return { page };
    }
    let drawing = this.#drawing.get(key);
    if (!drawing) {
      drawing = this.#drawNow(address, { place, edition }).finally(() => this.#drawing.delete(key));
      this.#drawing.set(key, drawing);
    }
    return drawing;
  }

  async #drawNow(address: Address, { place, edition }: { place: string; edition: string }): Promise<Answer> {
    const isKnown = this.#asked.has(place);
    this.#asked.set(place, true);
    const drawn = await this.#draw(address);
    if (!isForAll(drawn)) return { drawn };
    const page = await KeptPage.of(drawn);
    // What was published meanwhile may be in it, or not.
    if (isKnown && (await this.#edition()) === edition) this.#kept.set(`${place} ${edition}`, page);
    return { page };
  }

  /** One page at a time: packing well takes a processor for as long as ten pages take to be drawn. */
  #packWell(page: KeptPage): void {
    this.#packing = this.#packing.then(() => page.packWell()).catch(() => undefined);
  }
}

function isForAll({ status, headers }: Drawn): boolean {
  return (
    status === 200 &&
    (headers['content-type'] ?? '').startsWith('text/html') &&
    headers['set-cookie'] === undefined &&
    !/private|no-store/.test(headers['cache-control'] ?? '')
  );
}
