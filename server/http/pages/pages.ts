import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { Address, Drawn } from './draw-apart.ts';
import type { Edition, Standing } from './edition.ts';
import { KeptPage } from './kept-page.ts';

const mostRemembered = 20_000;

/** What was drawn: a page that may be sent packed to everybody, or whatever else it is. */
export type Answer = { page: KeptPage } | { drawn: Drawn };

interface Options {
  edition: Edition;
  /** Draws a page for nobody in particular. */
  draw: (address: Address) => Promise<Drawn>;
}

/** A page, and the day on which it was drawn. */
interface Dated {
  page: KeptPage;
  day: number;
}

/** Pages as everybody sees them, by their address and by where the data stand. */
export class Pages {
  readonly #edition: Edition;
  readonly #draw: Options['draw'];
  readonly #kept = watchCache(
    'pages',
    new LRUCache<string, Dated>({ maxSize: mostBytesOf.pages, sizeCalculation: ({ page }) => page.size }),
  );
  /** Addresses that somebody asked for. */
  readonly #asked = new LRUCache<string, true>({ max: mostRemembered });
  /** Those that are being drawn: whoever comes meanwhile gets the same. */
  readonly #drawing = new Map<string, Promise<Answer>>();
  #packing: Promise<void> = Promise.resolve();
  /** Those that wait to be drawn anew. */
  readonly #awaited = new Set<string>();
  #renewing: Promise<unknown> = Promise.resolve();

  constructor({ edition, draw }: Options) {
    this.#edition = edition;
    this.#draw = draw;
  }

  /** The page of an address as the data stand now; undefined where the database does not say how they stand. */
  async at(address: Address): Promise<Answer | undefined> {
    const place = createHash('sha256').update(JSON.stringify(address)).digest('base64url');
    const standing = await this.#edition().catch(() => undefined);
    if (standing === undefined) return undefined;
    const key = `${place} ${standing.data}`;
    const kept = this.#kept.get(key);
    const holds = kept !== undefined && standing.day - kept.day <= 1;
    noteCache('pages', holds);
    if (!holds) return this.#drawOnce(address, { place, standing });
    if (kept.day !== standing.day) this.#renew(address, { place, standing });
    else if (kept.page.read()) this.#packWell(kept.page);
    return { page: kept.page };
  }

  #drawOnce(address: Address, at: { place: string; standing: Standing }): Promise<Answer> {
    const key = `${at.place} ${at.standing.data}`;
    let drawing = this.#drawing.get(key);
    if (!drawing) {
      drawing = this.#drawNow(address, at).finally(() => this.#drawing.delete(key));
      this.#drawing.set(key, drawing);
    }
    return drawing;
  }

  /** Yesterday's page is drawn anew behind the one that is sent, one at a time: at midnight all of them are of yesterday. */
  #renew(address: Address, at: { place: string; standing: Standing }): void {
    const key = `${at.place} ${at.standing.data}`;
    if (this.#awaited.has(key)) return;
    this.#awaited.add(key);
    this.#renewing = this.#renewing
      .then(() => this.#drawOnce(address, at))
      .catch(() => undefined)
      .finally(() => this.#awaited.delete(key));
  }

  async #drawNow(
    address: Address,
    { place, standing: { data, day } }: { place: string; standing: Standing },
  ): Promise<Answer> {
    const isKnown = this.#asked.has(place);
    this.#asked.set(place, true);
    const drawn = await this.#draw(address);
    if (!isForAll(drawn)) return { drawn };
    const page = await KeptPage.of(drawn);
    // What was published meanwhile may be in it, or not.
    if (isKnown && (await this.#edition()).data === data) this.#kept.set(`${place} ${data}`, { page, day });
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
