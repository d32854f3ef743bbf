/** An answer, or why there was none: status 0 is a connection that was cut or refused. */
export interface Told<Data = unknown> {
  status: number;
  code?: string | undefined;
  data?: Data | null | undefined;
  retryAfter?: string | null;
}

/** Asks the API; never throws, because what happens to the connection is what is looked at. */
export async function graphqlAt<Data>(
  url: string,
  query: string,
  variables: object = {},
  key?: string,
): Promise<Told<Data>> {
  try {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: Data | null;
      errors?: { extensions: { code: string } }[];
    };
    return {
      status: answer.status,
      code: errors?.[0]?.extensions.code,
      data,
      retryAfter: answer.headers.get('retry-after'),
    };
  } catch {
    return { status: 0 };
  }
}
