import { fail, isGrave } from './ask.ts';
import { execute, type GraphError } from './execute.ts';
import type { Operation } from './operation.ts';

/** A part of a page that shows an earlier release than was asked for, or nothing where no release can be shown. */
export interface FallenBack<Field extends string = string> {
  /** The top field of the operation. */
  readonly field: Field;
  /** The release whose figures would tell of too few people. */
  readonly asked: number;
  /** The one that is shown in its place; null for none. */
  readonly shown: number | null;
}

/**
 * Runs the operation of a page that can do without a part: where the API refuses a value of the address, that part is
 * null and the page says so; every other error becomes the page's. Where a protected ledger refuses its newest release,
 * because too few people's rows changed in it, the part is asked again of the newest release that answers: `releases`
 * names, by top field, the variable that holds its release. The page says which parts fell back.
 */
export async function askWhatCanBeShown<Result, Variables extends object, Field extends string>(
  { document }: Operation<Result, Variables>,
  variables: Variables,
  releases: Readonly<Record<Field, string>>,
): Promise<{ result: Result; variables: Variables; fallenBack: FallenBack<Field>[] }> {
  const asked = { ...variables } as Record<string, unknown>;
  const fallenBack = new Map<Field, FallenBack<Field>>();
  // Each round names an earlier release of every part that was refused, so a few are enough.
  for (let round = 0; ; round++) {
    const { data, errors = [] } = await execute(document, asked);
    const refused = refusals(errors, releases);
    for (const { field, asked: number, shown } of refused) {
      fallenBack.set(field, { field, asked: fallenBack.get(field)?.asked ?? number, shown });
      if (shown !== null) asked[releases[field]] = shown;
    }
    if (round < 4 && refused.some(({ shown }) => shown !== null)) continue;
    const grave = errors.filter((error) => isGrave(error) && fieldRefused(error, releases) === null);
    if (grave.length > 0 || !data) fail(grave.length > 0 ? grave : errors);
    return { result: data as Result, variables: asked as Variables, fallenBack: [...fallenBack.values()] };
  }
}

function refusals<Field extends string>(
  errors: readonly GraphError[],
  releases: Readonly<Record<Field, string>>,
): FallenBack<Field>[] {
  return errors.flatMap((error) => {
    const field = fieldRefused(error, releases);
    if (field === null) return [];
    const { release = 0, answeringRelease = null } = error.extensions ?? {};
    return [{ field, asked: release, shown: answeringRelease }];
  });
}

/** The top field that a protected ledger refused at the release asked for; null of every other error. */
function fieldRefused<Field extends string>(
  { extensions, path }: GraphError,
  releases: Readonly<Record<Field, string>>,
): Field | null {
  const field = String(path?.[0] ?? '');
  return extensions?.code === 'DISCLOSURE_RISK' && Object.hasOwn(releases, field) ? (field as Field) : null;
}
