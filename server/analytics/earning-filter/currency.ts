import { reject } from '../../errors/tacit-error.ts';

/**
 * The one currency that money is added up in: the one named, or else the only one there is; null when there is no
 * money at all. Several, and none named, is BAD_USER_INPUT: money is never added across currencies.
 */
export function oneCurrency(
  rows: readonly { readonly currency: string }[],
  named: string | null,
  slug: string,
): string | null {
  const found = new Set(rows.map(({ currency }) => currency));
  found.delete('');
  if (named !== null) return found.size === 0 ? null : named;
  if (found.size <= 1) return [...found][0] ?? null;
  const currencies = [...found].sort();
  reject(
    'BAD_USER_INPUT',
    `Money in "${slug}" is in ${currencies.join(', ')}, and amounts are not added across currencies: name one of them in filter.currency.`,
    { currencies },
  );
}
