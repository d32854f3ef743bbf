import type { ImportReport } from '../imports/import-report.ts';
import { importPhases } from '../imports/ledger/phases.ts';
import { describeRejections } from '../imports/rejection.ts';

/** The report of an import, for a person to read. */
export function printReport(report: ImportReport, reportFile: string): string {
  const { rowsRead, rowsKept, rowsRejected, rejections, cellsRejected, rejectionFile, warnings, files } =
    report;
  const position = files.every(({ format }) => format === 'csv' || format === 'jsonl') ? 'line' : 'record';
  const lines = [
    headline(report),
    `  rows read ${count(rowsRead)}, kept ${count(rowsKept)}, rejected ${count(rowsRejected)}`,
    ...(report.release
      ? [
          `  added ${count(report.release.rowsAdded)}, reversed ${count(report.release.rowsReversed)}, contributors now ${count(report.release.contributors)}`,
        ]
      : []),
    ...warnings.map(({ message }) => `  Mind: ${message}`),
    ...(report.seconds < worthTelling ? [] : [`  time: ${timesOf(report)}`]),
    ...(rowsRejected > 0
      ? ['Rejected:', describeRejections(rejections, { total: cellsRejected, position })]
      : []),
    ...(rejectionFile === null ? [] : [`All bad rows: ${rejectionFile}`]),
    `Report: ${reportFile} (${report.seconds.toFixed(1)} s)`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Shorter imports keep nobody waiting. */
const worthTelling = 5;

function timesOf({ phases }: ImportReport): string {
  return importPhases
    .filter((phase) => (phases[phase] ?? 0) >= 0.05)
    .map((phase) => `${phase.toLowerCase()} ${phases[phase]!.toFixed(1)} s`)
    .join(', ');
}

function headline({ outcome, dataset, release, rowsRejected, dryRun, rowsKept }: ImportReport): string {
  switch (outcome) {
    case 'LOADED':
      return `Release ${release?.number} of "${dataset}" is published.${rowsRejected > 0 ? ` ${count(rowsRejected)} bad rows were left out.` : ''}`;
    case 'CHECKED':
      return `This would be release ${release?.number} of "${dataset}"; a dry run keeps nothing.`;
    case 'UNCHANGED':
      return `"${dataset}" holds these rows already: nothing to do.`;
    case 'REJECTED':
      return rowsKept === 0 && dryRun
        ? `No row of "${dataset}" would be loaded.`
        : `No row was loaded into "${dataset}". --keep-going loads the good ones.`;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

function count(number: number): string {
  return number.toLocaleString('en');
}
