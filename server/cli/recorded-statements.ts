import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import type pg from 'pg';
import type { Tables } from '../database/tables.ts';

/** A database that answers nothing and notes what it was asked. */
export class Recorder {
  readonly statements: string[] = [];

  /** For what is asked through Kysely. */
  readonly kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => this.#driver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

  /** For what is asked on a connection of its own. */
  readonly pool = {
    connect: async () => ({
      query: async (sql: string) => {
        this.#note(sql);
        return { rows: [] };
      },
      release: () => undefined,
    }),
  } as unknown as pg.Pool;

  #note(sql: string): void {
    this.statements.push(sql);
  }

  #driver(): Driver {
    const connection: DatabaseConnection = {
      executeQuery: async ({ sql }) => {
        this.#note(sql);
        return { rows: [] };
      },
      streamQuery: async function* () {
        yield { rows: [] };
      },
    };
    const nothing = async (): Promise<void> => undefined;
    return {
      init: nothing,
      acquireConnection: async () => connection,
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    };
  }
}
