import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const sources = join(import.meta.dirname, 'src/enhance');
const fileName = `_app/immutable/enhance.${fingerprint()}.js`;

/** Where browsers find the script that brings pages to life. */
export const enhancementAddress = (command: 'build' | 'serve'): string =>
  command === 'serve' ? '/src/enhance/main.ts' : `/${fileName}`;

/**
 * Builds `src/enhance` into one script beside the pages, which ship no framework. Its address holds the hash of
 * its sources, so that browsers keep it for good.
 */
export function enhancement(): Plugin {
  return {
    name: 'tacit-enhancement',
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
