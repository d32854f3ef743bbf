import type { Plugin } from 'vite';

/** The rooms whose words the one page with a script of its own writes, with the frame that is around every page. */
const spoken = ['error', 'figure', 'imports', 'site', 'state'];

/** Leaves out of what browsers fetch the messages that only the server writes: most of all words. */
export function messages(): Plugin {
  return {
    name: 'tacit-messages',
    enforce: 'pre',
    load(id) {
      if (this.environment.name !== 'client' || this.environment.mode !== 'build') return null;
      const room = /\/messages\/(?:en|fr)\/([\w-]+)\.json$/.exec(id.split('?')[0] ?? '')?.[1];
      return room === undefined || spoken.includes(room) ? null : '{}';
    },
  };
}
