import { buildParts } from './parts.ts';

if (!(await buildParts(['server', 'web']))) process.exit(1);
