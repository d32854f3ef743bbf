import { openSeededDatabase, type TestDatabase } from './database.ts';
import { startProduct } from './product.ts';

/** The whole product as its visitors meet it: a process of its own over a database with the seeds. */
export interface Site {
  url: string;
  /** Where its database is, for commands beside the running server. */
  databaseUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the product on a free port, as it was built, over the seeds and what else is put in. Whoever
 * sets an ADMIN_KEY in its environment runs it for others: then no visitor is at home.
 */
export async function openSite(
  prepare?: (database: TestDatabase) => Promise<unknown>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const database = await openSeededDatabase();
  await prepare?.(database);
  const product = await startProduct({ environment: { DATABASE_URL: database.url, ...environment } });
  return {
    url: product.url,
    databaseUrl: database.url,
    close: async () => {
      const ran = product.runs();
      await product.stop();
      await database.drop();
      if (!ran) throw new Error(`The server had ended by itself:\n${product.said()}`);
    },
  };
}
