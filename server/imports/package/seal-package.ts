import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Descriptor {
  resources: { path: string; bytes?: number; hash?: string }[];
}

/** Paths of the resources whose size or sha256 in a datapackage.json are not those of their files. */
export async function unsealed(path: string): Promise<string[]> {
  return (await reseal(path)).changed;
}

/** Writes each resource's size and sha256 into a datapackage.json, after its files were edited. */
export async function sealPackage(path: string): Promise<void> {
  const { descriptor, changed } = await reseal(path);
  if (changed.length > 0) await writeFile(path, `${JSON.stringify(descriptor, null, 2)}\n`);
}

async function reseal(path: string): Promise<{ descriptor: Descriptor; changed: string[] }> {
  const descriptor = JSON.parse(await readFile(path, 'utf8')) as Descriptor;
  const changed: string[] = [];
  for (const resource of descriptor.resources) {
    const bytes = await readFile(join(dirname(path), resource.path));
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    if (resource.hash === hash && resource.bytes === bytes.length) continue;
    changed.push(resource.path);
    resource.bytes = bytes.length;
    resource.hash = hash;
  }
  return { descriptor, changed };
}
