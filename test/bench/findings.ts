import { aims, type Aim, type AimName } from './aims.ts';

/** What a benchmark found of a figure that is aimed at. */
export interface Finding {
  readonly aim: AimName;
  readonly value: number;
  /** In how many earnings it was measured. */
  readonly rows?: number;
  /** Why it is not met, or what it was that was slowest. */
  readonly why?: string;
}

const mark = /^<!-- findings (.*) -->$/gm;

/** Findings as a line of a section that readers do not see: the opening table is made of these lines. */
export function written(findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `\n\n<!-- findings ${JSON.stringify(findings)} -->`;
}

/** All findings of a text, and the title of the section that each is from. */
export function findingsIn(sections: readonly string[]): { finding: Finding; section: string }[] {
  return sections.flatMap((text) => {
    const section = /^## (.*)/.exec(text)?.[1] ?? '';
    const found = [...text.matchAll(mark)].flatMap(([, json]) => JSON.parse(json!) as Finding[]);
    return found.filter(({ aim }) => aim in aims).map((finding) => ({ finding, section }));
  });
}

/** The rows of the opening table: every aim, and for each size at which it was measured what was found. */
export function findingRows(found: readonly { finding: Finding; section: string }[]): string[][] {
  const all = (Object.entries(aims) as [AimName, Aim][]).flatMap(([name, aim]) => {
    const own = found.filter(({ finding }) => finding.aim === name);
    own.sort((one, other) => (one.finding.rows ?? 0) - (other.finding.rows ?? 0));
    if (own.length === 0)
      return [[aim.of, boundOf(aim), '', aim.rows?.toLocaleString('en') ?? '', 'not measured', '']];
    return own.map(({ finding: { value, rows, why = '' }, section }) => [
      ...[aim.of, boundOf(aim), said(value, aim.unit), rows?.toLocaleString('en') ?? ''],
      verdict(aim, value, rows),
      [why, isMet(aim, value) ? '' : (aim.hindrance ?? ''), `[${section}](#${slugOf(section)})`]
        .filter((text) => text !== '')
        .join('; '),
    ]);
  });
  return [['figure', 'aim', 'measured', 'earnings', '', 'see'], ...all];
}

/** A smaller ledger than the aim is set at decides nothing. */
function verdict(aim: Aim, value: number, rows = Infinity): string {
  if (!isMet(aim, value)) return '**not met**';
  return rows < (aim.rows ?? 0) ? 'met here, not tried at the size of the aim' : 'met';
}

function isMet({ atMost = Infinity, atLeast = -Infinity }: Aim, value: number): boolean {
  return value <= atMost && value >= atLeast;
}

function boundOf({ atMost, atLeast, unit, rows }: Aim): string {
  const bound = atMost === undefined ? `at least ${said(atLeast!, unit)}` : `at most ${said(atMost, unit)}`;
  return rows === undefined ? bound : `${bound}, at ${rows / 1e6} million`;
}

function said(value: number, unit: Aim['unit']): string {
  const digits = Math.abs(value) < 100 ? 2 : 0;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}${unit === '' ? '' : ` ${unit}`}`;
}

/** The address of a heading within a page on GitHub. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
