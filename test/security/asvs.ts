/**
 * OWASP ASVS 5.0.0: how many requirements of each section are of the levels 1 and 2. In every section they come first,
 * those of level 3 after them, so the numbers run from 1; sections that have none are left out.
 */
const upToLevelTwo: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
};

/** Every requirement of the levels 1 and 2. */
export const levelTwo: readonly string[] = Object.entries(upToLevelTwo).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `V${section}.${index + 1}`),
);

/** The requirements of a cell such as "V6.2.1 to V6.2.12, V6.4.1", or "V10" for a whole chapter. */
export function requirementsOf(cell: string): string[] {
  return [...cell.matchAll(/V(\d+)(?:\.(\d+)\.(\d+)(?: to V(\d+)\.(\d+)\.(\d+))?)?/g)].flatMap(
    ([, chapter, section, from, , lastSection, to]) => {
      if (section === undefined) return levelTwo.filter((one) => one.startsWith(`V${chapter}.`));
      if (to === undefined) return [`V${chapter}.${section}.${from}`];
      const [first, last] = [`V${chapter}.${section}.${from}`, `V${chapter}.${lastSection}.${to}`];
      return levelTwo.slice(levelTwo.indexOf(first), levelTwo.indexOf(last) + 1);
    },
  );
}
