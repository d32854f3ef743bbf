import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../server/build/fingerprint.ts';
import { readStamps, writeStamps } from '../../server/build/stamps.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tacit-build-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'one');
  writeFileSync(join(root, 'lock.json'), '{}');
});

const sources = ['src', 'lock.json', 'not-there'];

describe('the fingerprint of what is built', () => {
  it('stays when only times change, or files that are not sources', () => {
    const before = fingerprint(root, sources);
    utimesSync(join(root, 'src', 'deep', 'a.ts'), 1, 1);
    mkdirSync(join(root, 'src', 'node_modules'));
    writeFileSync(join(root, 'src', 'node_modules', 'x.js'), '');
    writeFileSync(join(root, 'src', '.cache'), '');
    expect(fingerprint(root, sources)).toBe(before);
  });

  it('changes with a content, a name, a file more, or the lock file', () => {
    const seen = new Set([fingerprint(root, sources)]);
    const file = (...parts: string[]) => join(root, ...parts);
    for (const change of [
      () => writeFileSync(file('src', 'deep', 'a.ts'), 'two'),
      () => writeFileSync(file('src', 'b.ts'), ''),
      () => rmSync(file('src', 'deep', 'a.ts')),
      () => writeFileSync(file('lock.json'), '{"a":1}'),
    ]) {
      change();
      seen.add(fingerprint(root, sources));
    }
    expect(seen.size).toBe(5);
  });
});

describe('the stamps', () => {
  it('are kept side by side, and none is better than a damaged one', () => {
    mkdirSync(join(root, '.build'));
    expect(readStamps(root)).toEqual({});
    writeStamps(root, { server: 'a' });
    writeStamps(root, { web: 'b' });
    expect(readStamps(root)).toEqual({ server: 'a', web: 'b' });
    writeStamps(root, { web: undefined });
    expect(readStamps(root)).toEqual({ server: 'a' });
    writeFileSync(join(root, '.build', 'stamp.json'), '{"server":');
    expect(readStamps(root)).toEqual({});
  });
});
