import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from './network.ts';
import type { Scope } from './scope.ts';

/** Whose allowance it is: that of a key's scope, or of an address without a key. */
export type Policy = Scope | 'anonymous';

/** Points of query cost that each may spend in a window. The smallest pays for several of the largest operations. */
export const allowances: Readonly<Record<Policy, number>> = {
  anonymous: 100_000,
  read: 300_000,
  ledger: 600_000,
  admin: 3_000_000,
};

/** New figures that each may make in a day: what is made stays, so it is not counted by the minute. */
export const figuresADay: Readonly<Record<Policy, number>> = {
  anonymous: 500,
  read: 2_000,
  ledger: 5_000,
  admin: 50_000,
};
const secondsADay = 86_400;

/** Reading a request is work as well: so many of its characters cost a point. */
const charactersAPoint = 100;

/** The window, in seconds. */
export const windowSeconds = 60;

/** What is left to whom, until when. */
export interface Standing {
  policy: Policy;
  limit: number;
  remaining: number;
  resetAt: Date;
}

export interface PurseOwner {
  scope: Scope | null;
  /** The key's number; null for ADMIN_KEY and without a key. */
  keyId: number | null;
  address: string;
}

/** Keeps, for this process, what every key and address has spent in its window. */
export class Meter {
  readonly #limiters: Limiters;
  readonly #figures: Limiters;

  constructor(points: PerPolicy = allowances, seconds = windowSeconds, figures: PerPolicy = figuresADay) {
    this.#limiters = limitersOf(points, seconds);
    this.#figures = limitersOf(figures, secondsADay);
  }

  /** The purse of a key wherever it is used, or without one of the network that the address is in. */
  purseOf({ scope, keyId, address }: PurseOwner): Purse {
    const policy = scope ?? 'anonymous';
    const owner = scope === null ? networkOf(address) : String(keyId ?? 'environment');
    return new Purse(this.#limiters[policy], this.#figures[policy], policy, owner);
  }
}

type PerPolicy = Readonly<Record<Policy, number>>;
type Limiters = Readonly<Record<Policy, RateLimiterMemory>>;

function limitersOf(points: PerPolicy, duration: number): Limiters {
  const limiter = (policy: Policy) =>
    new RateLimiterMemory({ keyPrefix: policy, points: points[policy], duration });
  return {
    anonymous: limiter('anonymous'),
    read: limiter('read'),
    ledger: limiter('ledger'),
    admin: limiter('admin'),
  };
}

/** What one key or address may spend in this window. */
export class Purse {
  readonly #limiter: RateLimiterMemory;
  readonly #figures: RateLimiterMemory;
  readonly #owner: string;
  #standing: Standing;
  #entered = 0;

  constructor(limiter: RateLimiterMemory, figures: RateLimiterMemory, policy: Policy, owner: string) {
    this.#limiter = limiter;
    this.#figures = figures;
    this.#owner = owner;
    const { points: limit, duration } = limiter;
    this.#standing = { policy, limit, remaining: limit, resetAt: new Date(Date.now() + duration * 1000) };
  }

  /** As it was when points were last taken, given back or looked at. */
  get standing(): Standing {
    return this.#standing;
  }

  /** What was taken for the request itself, before it was known what it asks. */
  get entered(): number {
    return this.#entered;
  }

  /** Takes what a request of so many characters costs whoever sends it, whatever becomes of it. */
  async enter(characters: number): Promise<boolean> {
    const price = Math.max(1, Math.ceil(characters / charactersAPoint));
    const fits = await this.take(price);
    if (fits) this.#entered = price;
    return fits;
  }

  /** Takes points; false, and none taken, where fewer are left. */
  async take(points: number): Promise<boolean> {
    const { consumedPoints, msBeforeNext } = await this.#limiter.penalty(this.#owner, points);
    const fits = consumedPoints <= this.#standing.limit;
    this.#note(fits ? consumedPoints : consumedPoints - points, msBeforeNext);
    if (!fits) await this.#limiter.reward(this.#owner, points);
    return fits;
  }

  /** Finds out what is left, and takes nothing. */
  async look(): Promise<void> {
    await this.take(0);
  }

  /** Takes one of the new figures of a day; false where none is left. */
  async makeFigure(): Promise<boolean> {
    const { consumedPoints } = await this.#figures.penalty(this.#owner, 1);
    return consumedPoints <= this.#figures.points;
  }

  /** Gives back what was taken and not used, unless a new window has begun meanwhile. */
  async giveBack(points: number): Promise<void> {
    if (points <= 0 || Date.now() >= this.#standing.resetAt.getTime()) return;
    const { consumedPoints, msBeforeNext } = await this.#limiter.reward(this.#owner, points);
    this.#note(consumedPoints, msBeforeNext);
  }

  #note(consumed: number, msBeforeNext: number): void {
    const { policy, limit } = this.#standing;
    const remaining = Math.min(limit, Math.max(0, limit - consumed));
    this.#standing = { policy, limit, remaining, resetAt: new Date(Date.now() + msBeforeNext) };
  }
}

/** Whole seconds until a window ends, at least one. */
export function secondsUntil(resetAt: Date): number {
  // A wall clock that was set back makes an end look far; no window is longer than this.
  return Math.min(windowSeconds, Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000)));
}
