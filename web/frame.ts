import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** The script that stands in the head of every page, and what the policy of the pages calls it. */
export interface Frame {
  plugin: Plugin;
  hash: `sha256-${string}`;
}

/** Makes `src/frame` into one short text, which pages read as `__FRAME__`. */
export async function frame(enhancement: string): Promise<Frame> {
  const built = (await build({
    configFile: false,
    // The one of this folder extends what SvelteKit writes only later: a clone that was never built lacks it.
    tsconfig: join(import.meta.dirname, '../tsconfig.json'),
    logLevel: 'warn',
    define: { __ENHANCEMENT__: JSON.stringify(enhancement) },
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: join(import.meta.dirname, 'src/frame/main.ts'),
        output: { format: 'iife' },
      },
      modulePreload: false,
    },
  })) as Rolldown.RolldownOutput;
  const text = built.output[0].code.trim();
  return {
    plugin: { name: 'tacit-frame', config: () => ({ define: { __FRAME__: JSON.stringify(text) } }) },
    hash: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  };
}
