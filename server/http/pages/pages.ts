import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { mostBytesOf, noteCache, watchCache } from '../../signals/caches.ts';
import type { Address, Drawn } from './draw-apart.ts';
import { onlyReleased, type Edition, type Standing } from './edition.ts';
import { KeptPage } from './kept-page.ts';
import { LastSeen } from './last-seen.ts';
import { Renewals } from './renewals.ts';

const mostRemembered = 20_000;
/** How long a page of the former release may be sent while the new one is drawn, in milliseconds. */
const mostBehind = 5000;

/** What was drawn: a page that may be sent packed to everybody, or whatever else it is. */
export type Answer = { page: KeptPage } | { drawn: Drawn };

interface Options {
  edition: Edition;
  /** Draws a page for nobody in particular. */
  draw: (address: Address) => Promise<Drawn>;
}

/** A page, and how the data stood when it was drawn. */
interface Dated {
  page: KeptPage;
  standing: Standing;
}

interface Place {
  place: string;
  standing: Standing;
}

/** Pages as everybody sees them, by their address; each is of one standing of the data, and sent as long as that holds. */
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
  readonly #renewals = new Renewals();
  readonly #lastSeen = new LastSeen();
  #packing: Promise<void> = Promise.resolve();

  constructor({ edition, draw }: Options) {
    this.#edition = edition;
    this.#draw = draw;
  }

  /**
   * The page of an address as the data stand now, or, for whoever takes that, as they stood a moment ago; undefined where the database
   * does not say how they stand.
   */
  async at(address: Address, { takesFormer = false } = {}): Promise<Answer | undefined> {
    const place = createHash('sha256').update(JSON.stringify(address)).digest('base64url');
    const standing = await this.#stand().catch(() => undefined);
    if (standing === undefined) return undefined;
    const kept = this.#kept.get(place);
    const isNew = kept !== undefined && isOfToday(kept, standing);
    const will = isNew || (kept !== undefined && this.#willDo(kept, standing, takesFormer));
    noteCache('pages', will);
    if (!will) return this.#drawOnce(address, { place, standing });
    if (!isNew) this.#renewals.want(place, () => this.#renew(address, { place, standing }));
    else if (kept.page.read()) this.#packWell(kept.page);
    return { page: kept.page };
  }

  async #stand(): Promise<Standing> {
    const asked = performance.now();
    const standing = await this.#edition();
    this.#lastSeen.note(standing.data, asked);
    return standing;
  }

  /**
   * Whether a page that is not of now will do while it is drawn anew: one of yesterday; or, while others are being drawn that hers would
   * have to wait for, one of the release before.
   */
  #willDo({ standing: then }: Dated, now: Standing, takesFormer: boolean): boolean {
    if (now.day - then.day > 1) return false;
    if (then.data === now.data) return true;
    const isBusy = this.#drawing.size > 0;
    return takesFormer && isBusy && onlyReleased(then, now) && this.#lastSeen.since(then.data) <= mostBehind;
  }

  /** Unless somebody who could not wait had it drawn. */
  async #renew(address: Address, at: Place): Promise<void> {
    const kept = this.#kept.peek(at.place);
    if (kept === undefined || !isOfToday(kept, at.standing)) await this.#drawOnce(address, at);
  }

  #drawOnce(address: Address, at: Place): Promise<Answer> {
    const key = `${at.place} ${at.standing.data}`;
    let drawing = this.#drawing.get(key);
    if (!drawing) {
      drawing = this.#drawNow(address, at).finally(() => this.#drawing.delete(key));
      this.#drawing.set(key, drawing);
    }
    return drawing;
  }

  async #drawNow(address: Address, { place, standing }: Place): Promise<Answer> {
    const isKnown = this.#asked.has(place);
    this.#asked.set(place, true);
    const drawn = await this.#draw(address);
    if (!isForAll(drawn)) return { drawn };
    const page = await KeptPage.of(drawn);
    // What was published meanwhile may be in it, or not.
    if (isKnown && (await this.#stand()).data === standing.data) this.#kept.set(place, { page, standing });
    return { page };
  }

  /** One page at a time: packing well takes a processor for as long as ten pages take to be drawn. */
  #packWell(page: KeptPage): void {
    this.#packing = this.#packing.then(() => page.packWell()).catch(() => undefined);
  }
}

function isOfToday({ standing: then }: Dated, now: Standing): boolean {
  return then.data === now.data && then.day === now.day;
}

function isForAll({ status, headers }: Drawn): boolean {
  return (
    status === 200 &&
    (headers['content-type'] ?? '').startsWith('text/html') &&
    headers['set-cookie'] === undefined &&
    !/private|no-store/.test(headers['cache-control'] ?? '')
  );
}
