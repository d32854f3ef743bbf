/**
 * Numbers and dates as the page's language writes them; every chart is handed one. The site's `Edition` is one as
 * it stands, an exporter may bring its own.
 */
export interface ChartFormat {
  /** A share from 0 to 1 in percent. */
  percent(share: number, fractionDigits?: number): string;
  /** A relative change, with its sign. */
  change(share: number): string;
  /** Every digit. */
  exact(value: number, fractionDigits?: number): string;
  money(value: number, currency: string): string;
  /** Large money in words, for axes and labels. */
  moneyInWords(value: number, currency: string): string;
  /** A date known to the year, month or day. */
  date(partial: string, style?: 'long' | 'short'): string;
}
