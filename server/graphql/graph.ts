import 'reflect-metadata';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { BulkJobs } from '../exports/bulk/bulk-jobs.ts';
import type { PictureMaker } from '../figures/picture-maker.ts';
import { inOperation } from '../signals/current.ts';
import { createContext, type Context, type ContextOptions, type ReadDatabase } from './context.ts';
import { costPlugin } from './cost/cost-plugin.ts';
import { limits } from './cost/limits.ts';
import { Deadline, type DeadlineOptions } from './deadline.ts';
import { deadlinePlugin } from './deadline-plugin.ts';
import { errorFormatter } from './errors.ts';
import { etagPlugin } from './etag-plugin.ts';
import { namesPlugin } from './names/names-plugin.ts';
import { offeredOperations } from './offered-operations.ts';
import { operationPlugin } from './operation-plugin.ts';
import { OwnNames } from './own-names.ts';
import { PersistedDocuments } from './persisted-documents.ts';
import { graphSchema } from './schema.ts';
import { primaryPlugin } from './primary-plugin.ts';
import { statusPlugin } from './status-plugin.ts';

export interface GraphOptions {
  database: ReadDatabase;
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** What is known by its hash. */
  documents?: PersistedDocuments;
  /** Our own documents, which are counted by their names. */
  own?: Iterable<string>;
  /** How long one operation may take, in milliseconds. */
  longestOperation?: number;
  /** Draws the pages' figures. */
  pictures?: PictureMaker;
  /** Writes whole ledgers to files. */
  bulk?: BulkJobs;
  /** Plugins of the HTTP server, such as the one that drains it. */
  plugins?: ApolloServerPlugin<Context>[];
}

export interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** The API: for HTTP through `apollo`, and for the dashboard in this process through `execute`. */
export interface Graph {
  schema: GraphQLSchema;
  apollo: ApolloServer<Context>;
  /** The end of one operation's time, which begins now. */
  deadline(options?: Pick<DeadlineOptions, 'gone'>): Deadline;
  /** The context of one operation. */
  context(options?: ContextOptions): Context;
  /** Runs one operation as an HTTP request would. */
  execute(query: string, variables?: Record<string, unknown>, options?: ContextOptions): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

/** Builds the schema and starts Apollo over a database. */
export async function createGraph({
  database,
  logger,
  documents = new PersistedDocuments(),
  own = [],
  longestOperation,
  pictures,
  bulk,
  plugins = [],
}: GraphOptions): Promise<Graph> {
  const schema = await graphSchema();
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The process listens to signals itself, and stops everything in order.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    // The first few faults help; finding words for hundreds helps nobody but whoever sends them.
    validationOptions: { maxErrors: 10 },
    validationRules: [offeredOperations],
    persistedQueries: { cache: documents },
    logger: {
      debug: (message) => logger.debug(message),
      info: (message) => logger.info(message),
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
    formatError: errorFormatter(logger, schema),
    plugins: [
      // Cache control wraps every resolver, which doubled the cost of nested lists.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      primaryPlugin(),
      costPlugin(),
      namesPlugin(),
      statusPlugin(),
      etagPlugin(),
      deadlinePlugin(),
      operationPlugin(new OwnNames(own)),
      ...plugins,
    ],
  });
  await apollo.start();
  const deadline = (options?: DeadlineOptions): Deadline =>
    new Deadline({ within: longestOperation, ...options });
  const context = (options: ContextOptions = {}): Context =>
    createContext(database, {
      pictures,
      bulk,
      ...options,
      deadline: options.deadline instanceof Deadline ? options.deadline : deadline(options.deadline),
    });
  return {
    schema,
    apollo,
    deadline,
    context,
    execute: async (query, variables = {}, options) => {
      const contextValue = context(options);
      const { body } = await inOperation(() =>
        apollo.executeOperation({ query, variables }, { contextValue }),
      );
      if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
      return body.singleResult;
    },
    stop: () => apollo.stop(),
  };
}
