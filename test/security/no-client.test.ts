import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';

/** Whatever would ask another machine for something. */
const client =
  /(?<![.\w])fetch\(|globalThis\.fetch|from '(node:)?(https?|http2|net|tls|dgram|undici)'|XMLHttpRequest|WebSocket\(/;

/** Those that listen, that know what an address looks like, and that find a free port. */
const known = [/^server\/http\//, /^server\/access\/network\.ts$/, /^server\/database\/embedded\/port\.ts$/];

test('no room of the server asks the network for anything', () => {
  const files = readdirSync(projectPath('server'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `server/${name}`);
  expect(files.length).toBeGreaterThan(300);
  const asking = files.filter((file) => client.test(readFileSync(projectPath(file), 'utf8')));
  expect(asking.filter((file) => !known.some((one) => one.test(file)))).toEqual([]);
  // Of those that speak HTTP none begins a request.
  const begun = asking.filter((file) =>
    /(?<![.\w])fetch\(|https?\.(get|request)\(/.test(readFileSync(projectPath(file), 'utf8')),
  );
  expect(begun).toEqual([]);
});
