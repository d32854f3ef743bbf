import type { GraphiQLProps } from 'graphiql';

type Fetcher = GraphiQLProps['fetcher'];

/** Sends what is written as any program would, and shows the answer as it comes, refusals included. */
export function askingWith(send: typeof fetch): Fetcher {
  return async (asked, { headers } = {}) => {
    const response = await send('/graphql', {
      method: 'POST',
      headers: {
        ...(headers as Record<string, string> | undefined),
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify(asked),
    });
    return (await response.json()) as Awaited<ReturnType<Fetcher>>;
  };
}
