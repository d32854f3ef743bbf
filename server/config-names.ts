/**
 * Variables that are set and are probably ours, misspelt: DATABSE_URL would silently give another database than
 * the one that was meant. Quiet where the right name is set as well.
 */
export function nearMisses(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): string[] {
  const missing = names.filter((name) => !environment[name]);
  return Object.keys(environment)
    .filter((given) => environment[given] && !names.includes(given))
    .flatMap((given) => {
      const meant = missing.find((name) => isNear(given, name));
      return meant ? [`${given} is not read by Tacit; did you mean ${meant}? (If not, unset it here.)`] : [];
    });
}

/**
 * Short names have too many honest neighbours (POST, COST, PORTS), so of those only letters that changed places
 * count; of longer ones two slips of any kind.
 */
function isNear(given: string, name: string): boolean {
  const upper = given.toUpperCase();
  if (upper === name) return true;
  if (name.length < 8)
    return upper.length === name.length && editDistance(upper, name) === 1 && isShuffled(upper, name);
  return editDistance(upper, name) <= (name.length < 10 ? 1 : 2);
}

function isShuffled(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('');
}

/** How many letters were left out, added, changed or swapped with their neighbour (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          (line[column - 1] ?? Infinity) + 1,
          at(row - 1, column - 1) + same,
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(one.length, other.length);
}
