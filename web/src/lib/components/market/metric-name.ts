import type { Edition } from '../../i18n/edition.ts';
import { catalogues, type MessageKey } from '../../i18n/messages/catalogue.ts';

/** A metric's name in the page's language; the API's own word, spelt out, where none is known. */
export function metricName({ t }: Edition, metric: string): string {
  const key = `metrics.${metric}`;
  return key in catalogues.en ? t(key as MessageKey) : metric.replaceAll('_', ' ');
}
