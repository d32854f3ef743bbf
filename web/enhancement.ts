import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const sources = join(import.meta.dirname, 'src/enhance');

/**
 * Builds `src/enhance` into one script beside the pages, which ship no framework. Its address holds the hash of
 * its sources, so that browsers keep it for good; pages read it as `__ENHANCEMENT__`.
 */
export function enhancement(): Plugin {
  const fileName = `_app/immutable/enhance.${fingerprint()}.js`;
  return {
    name: 'tacit-enhancement',
    config: (_config, { command }) => ({
      define: {
        __ENHANCEMENT__: JSON.stringify(command === 'serve' ? '/src/enhance/main.ts' : `/${fileName}`),
      },
    }),
    buildStart() {
      if (this.environment.name === 'client' && this.environment.mode === 'build')
        this.emitFile({ type: 'chunk', id: join(sources, 'main.ts'), fileName });
    },
  };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(sources, name)));
  return hash.digest('hex').slice(0, 10);
}
