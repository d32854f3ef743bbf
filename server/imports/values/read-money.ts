/** An amount apart from the sign or code beside it. */
export interface MoneyText {
  /** What is to be read as a number, with its sign. */
  number: string;
  /** '$', 'EUR', '' where the amount is bare. */
  currency: string;
}

const longest = 64;
const bare = /^-?\d+(?:\.\d+)?$/;
const money =
  /^(?<open>\()?\s*(?:(?<minus>[+\-−–])\s*)?(?:(?<before>[\p{L}\p{Sc}]{1,4}(?<!e))\s*)?(?:(?<inner>[+\-−–])\s*)?(?<digits>[\d.,][\d.,\s'’]*(?:e[+-]?\d+)?)\s*(?<after>[\p{L}\p{Sc}]{1,4})?\s*(?<close>\))?$/iu;

/** Parts '$1,234.50', '12,5 €', 'USD 3' and '(12.00)' into number and currency; undefined of anything else. */
export function readMoney(text: string): MoneyText | undefined {
  if (text.length > longest) return undefined;
  if (bare.test(text)) return { number: text, currency: '' };
  const parts = money.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { open, minus, before, inner, digits = '', after, close } = parts;
  if ((open === undefined) !== (close === undefined)) return undefined;
  if (minus && inner) return undefined;
  if (open && (minus || inner)) return undefined;
  const signed = open ? '-' : (minus ?? inner ?? '');
  const currency = joinCurrency(before, after);
  return currency === undefined ? undefined : { number: signed + digits.trim(), currency };
}

/** '$12 USD' says it twice: the code is the clearer of the two. */
function joinCurrency(before: string | undefined, after: string | undefined): string | undefined {
  if (before === undefined || after === undefined) return before ?? after ?? '';
  if (/^\p{Sc}$/u.test(before)) return after;
  if (/^\p{Sc}$/u.test(after)) return before;
  return undefined;
}
