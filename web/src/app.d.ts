import type { Locale } from './lib/i18n/locale.ts';

declare global {
  /** The address of the script that brings pages to life. */
  const __ENHANCEMENT__: string;
  /** The address of the script with the editor of queries. */
  const __GRAPHIQL__: string;
  /** The script that stands in the head of every page. */
  const __FRAME__: string;

  namespace App {
    interface Locals {
      locale: Locale;
    }

    interface Error {
      status: number;
      message: string;
      /** The registered code of the API, where the API answered with one. */
      code?: string;
      /** The language of the message, where it is not English. */
      lang?: Locale;
      /** Pages that may have been meant, without their language. */
      nearest?: { path: string; label: string }[];
      /** What to look for among the professions instead. */
      search?: string;
    }

    interface PageData {
      locale: Locale;
      /** The release behind the page, for the imprint. */
      release?: { number: number; publishedAt: string } | null;
    }
  }
}

export {};
