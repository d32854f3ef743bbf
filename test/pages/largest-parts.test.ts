import { expect, test } from 'vitest';

/** The pages' side of the house as it runs, not as it is checked: its types are those of SvelteKit. */
const parts = new URL('../../web/src/lib/concentration/parts.ts', import.meta.url).pathname;
interface Part {
  contributors: number;
  suppressed: boolean;
  filter: { project: string[] };
}
type LargestOf = (parts: { project: Part[] }, by: string) => { project: string[] } | undefined;

const projects = (count: number): { project: Part[] } => ({
  project: Array.from({ length: count }, (_, i) => ({
    contributors: i,
    suppressed: false,
    filter: { project: [`p${i}`] },
  })),
});

test('of many projects the sixty with the most contributors are asked for, of few all that can be drawn', async () => {
  const { largestOf } = (await import(parts)) as { largestOf: LargestOf };
  // Of 0 to 9 contributors nobody draws a curve.
  expect(largestOf(projects(70), 'project')).toBeUndefined();
  const { project } = largestOf(projects(71), 'project')!;
  expect(project).toHaveLength(60);
  expect(project).toContain('p70');
  expect(project).not.toContain('p10');
  expect(largestOf(projects(500), 'sector')).toBeUndefined();
});
