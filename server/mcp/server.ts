import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { GraphAnswer } from '../graphql/graph.ts';
import { tools, type Tool } from './tools.ts';

export interface McpHouse {
  /** Where this server is, as the caller knows it. */
  origin: string;
  /** Asks the API as the caller. */
  ask(document: string, variables: Record<string, unknown>): Promise<GraphAnswer>;
}

const instructions =
  'Figures about who is paid to teach AI models. Quote each number with the citation, release and address that come with it; where kind or simulated says SIMULATED, say so; a suppressed value has a reason and is not zero.';

/** The tools for one request: nothing of one caller is left for the next. */
export function mcpServer(house: McpHouse): McpServer {
  const server = new McpServer({ name: 'tacit', version: '1' }, { instructions });
  for (const tool of tools) {
    const { name, title, description, input } = tool;
    const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, (given) =>
      answer(house, tool, given),
    );
  }
  return server;
}

/** The answer with where it can be seen and asked again; an error keeps the code of the API. */
async function answer(
  { origin, ask }: McpHouse,
  { document, page }: Tool,
  variables: Record<string, unknown>,
): Promise<CallToolResult> {
  const { data, errors = [], extensions } = await ask(document, variables);
  const query = new URLSearchParams({ query: document, variables: JSON.stringify(variables) });
  const told = {
    data: data ?? null,
    ...(errors.length > 0 && {
      errors: errors.map((error) => ({ message: error.message, code: error.extensions?.['code'] })),
    }),
    address: origin + page(variables),
    query: `${origin}/graphql?${query}`,
    cost: extensions?.['cost'],
  };
  return {
    content: [{ type: 'text', text: JSON.stringify(told, null, 2) }],
    structuredContent: told,
    isError: errors.length > 0,
  };
}
