/** A value of the address that was not understood and so was left out. */
export interface Reset {
  name: string;
  value: string;
}

const campaignMark = /^(utm_\w+|fbclid|gclid|ref)$/;
const mostResets = 8;

/** How slugs of the API look. */
export const slug = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** How 2018 SOC codes look. */
export const socCode = /^\d{2}-\d{4}$/;

/** How ISO 3166 country codes look. */
export const countryCode = /^[A-Z]{2}$/;

/** How global ids of the API look. */
export const nodeId = /^[\w-]{8,64}$/;

/** How cursors of the API look. */
export const cursor = /^[\w-]{1,512}$/;

/** A month as the address writes it: 2025-06. */
export const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A few words that somebody types to find a name. */
export const words = /^[^\p{C}<>]{1,60}$/u;

/**
 * Reads a page's state out of its address. What is missing or empty takes the default in silence; what is
 * wrong takes the default too, and is kept in `resets` so that the page can say so.
 */
export class Address {
  readonly resets: Reset[] = [];
  readonly #given: URLSearchParams;
  readonly #read = new Set<string>();
  #isClosed = false;
  /** What the state would be written as: defaults left out, in the order of reading. */
  readonly #canonical = new URLSearchParams();

  constructor(given: URLSearchParams) {
    this.#given = given;
  }

  /** One of some values. */
  one<T extends string>(name: string, allowed: readonly T[], fallback: NoInfer<T>): T;
  one<T extends string>(name: string, allowed: readonly T[], fallback?: undefined): T | undefined;
  one<T extends string>(name: string, allowed: readonly T[], fallback?: T): T | undefined {
    this.#read.add(name);
    const value = this.#given.get(name);
    if (!value) return fallback;
    if (!allowed.includes(value as T)) {
      this.reset(name, value);
      return fallback;
    }
    if (value !== fallback) this.#canonical.append(name, value);
    return value as T;
  }

  /** Up to `most` words that match a pattern, each once. */
  many(name: string, pattern: RegExp, most: number): string[] {
    this.#read.add(name);
    const kept: string[] = [];
    for (const value of this.#given.getAll(name)) {
      if (!value || kept.includes(value)) continue;
      if (!pattern.test(value) || kept.length >= most) this.reset(name, value);
      else {
        kept.push(value);
        this.#canonical.append(name, value);
      }
    }
    return kept;
  }

  /**
   * Up to `most` values of a form of their own, each once: `read` understands one, or gives null; `write` is how it is
   * written in the canonical address. The same values as the fallback are left out of it.
   */
  several<T>(
    name: string,
    most: number,
    form: { read(text: string): T | null; write(value: T): string },
    fallback: readonly T[],
  ): T[] {
    this.#read.add(name);
    const kept = new Map<string, T>();
    for (const text of this.#given.getAll(name)) {
      if (!text) continue;
      const value = form.read(text);
      if (value === null || (kept.size >= most && !kept.has(form.write(value)))) this.reset(name, text);
      else kept.set(form.write(value), value);
    }
    this.put(
      name,
      [...kept.keys()],
      fallback.map((value) => form.write(value)),
    );
    return kept.size > 0 ? [...kept.values()] : [...fallback];
  }

  /** A number between two bounds, to so many decimal places. */
  number(
    name: string,
    { min, max, decimals }: { min: number; max: number; decimals: number },
    fallback: number,
  ): number {
    this.#read.add(name);
    const text = this.#given.get(name)?.trim().replace(',', '.');
    if (!text) return fallback;
    const value = Number(Number(text).toFixed(decimals));
    if (!/^\d{1,9}(\.\d{1,9})?$/.test(text) || value < min || value > max) {
      this.reset(name, text);
      return fallback;
    }
    this.put(name, [String(value)], [String(fallback)]);
    return value;
  }

  /** What was once said under another name: read, and left out of the canonical address. */
  former(name: string): string[] {
    this.#read.add(name);
    return this.#given.getAll(name).filter((value) => value !== '');
  }

  /** Writes values into the canonical address, unless they are the default. */
  put(name: string, values: readonly string[], fallback: readonly string[] = []): void {
    if (values.join('\n') === fallback.join('\n')) return;
    for (const value of values) this.#canonical.append(name, value);
  }

  /** A word that matches a pattern. */
  text(name: string, pattern: RegExp): string | undefined;
  text(name: string, pattern: RegExp, fallback: string): string;
  text(name: string, pattern: RegExp, fallback?: string): string | undefined {
    this.#read.add(name);
    const value = this.#given.get(name)?.trim();
    if (!value || value === fallback) return fallback;
    if (!pattern.test(value)) {
      this.reset(name, value);
      return fallback;
    }
    this.#canonical.append(name, value);
    return value;
  }

  /** Notes a value that turned out wrong after reading, such as a name that the data does not know. */
  reset(name: string, value: string): void {
    this.resets.push({ name, value });
    this.#canonical.delete(name, value);
  }

  /** Leaves a value out of the canonical address that turned out, after reading, to be the default. */
  usual(name: string, value: string): void {
    this.#canonical.delete(name, value);
  }

  /** Notes the names that no reading asked for, once all is read; what others append to count visits goes in silence. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const [name, value] of this.#given)
      if (!this.#read.has(name) && !campaignMark.test(name) && this.resets.length < mostResets)
        this.resets.push({ name, value });
  }

  /** Writes a value in the canonical address in a shorter way that turned out, after reading, to mean the same. */
  rename(name: string, value: string, becomes: string): void {
    if (value === becomes) return;
    const entries = [...this.#canonical].map(([key, one]): [string, string] =>
      key === name && one === value ? [key, becomes] : [key, one],
    );
    for (const key of new Set(this.#canonical.keys())) this.#canonical.delete(key);
    for (const [key, one] of entries) this.#canonical.append(key, one);
  }

  /** The query that this address should have had, when it says the same in more words; else null. */
  get shorter(): string | null {
    if (this.resets.length > 0) return null;
    const canonical = this.#canonical.toString();
    return canonical === this.#given.toString() ? null : canonical && `?${canonical}`;
  }
}
