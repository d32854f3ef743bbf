import { reject } from '../../errors/tacit-error.ts';

/** Refuses a filter whose period ends before it begins: an empty answer would say that nothing happened in it. */
export function requirePeriod({ from, to }: Readonly<Record<string, unknown>>): void {
  if (typeof from !== 'string' || typeof to !== 'string') return;
  // A year holds all of its months: only what both say is compared.
  const known = Math.min(from.length, to.length);
  if (from.slice(0, known) > to.slice(0, known))
    reject('BAD_USER_INPUT', `The period from ${from} to ${to} ends before it begins.`, {
      argument: 'filter.from',
    });
}
