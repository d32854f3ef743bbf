import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildParts, root } from './parts.ts';

// The commands of package.json: builds the server where that is needed, then runs the command that is named.

if (!(await buildParts(['server']))) process.exit(1);
await import(pathToFileURL(join(root, '.build', 'server', 'cli', 'main.js')).href);
