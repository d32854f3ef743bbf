import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSchema } from 'graphql';
import { setTimeout as wait } from 'node:timers/promises';
import type { AppOptions } from '../../server/http/app.ts';

/** The smallest API that Apollo can serve: it says hello, at once or slowly. */
export async function fakeGraph(): Promise<AppOptions['graph']> {
  const schema = buildSchema('type Query { hello(after: Int): String! }');
  const apollo = new ApolloServer({
    schema,
    rootValue: {
      hello: async ({ after }: { after?: number }) => {
        if (after) await wait(after);
        return 'hello';
      },
    },
    plugins: [ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  } as ConstructorParameters<typeof ApolloServer>[0]);
  await apollo.start();
  return { schema, apollo, context: () => ({}) } as unknown as AppOptions['graph'];
}
