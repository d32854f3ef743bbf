import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const sources = join(import.meta.dirname, 'src/graphiql');

/**
 * Builds the editor of queries into a script of its own, which its page reads as `__GRAPHIQL__`. Its address holds the
 * hash of its sources and of the versions of what they are made with.
 */
export function graphiql(): Plugin {
  const fileName = `_app/immutable/graphiql.${fingerprint()}.js`;
  return {
    name: 'tacit-graphiql',
    config: (_config, { command }) => ({
      define: {
        __GRAPHIQL__: JSON.stringify(command === 'serve' ? '/src/graphiql/main.ts' : `/${fileName}`),
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
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)));
  hash.update(readFileSync(join(import.meta.dirname, '..', 'package-lock.json')));
  return hash.digest('hex').slice(0, 10);
}
