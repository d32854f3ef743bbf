import type { FastifyRequest } from 'fastify';
import { Said } from '../../errors/said.ts';
import { TacitError } from '../../errors/tacit-error.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import type { Rejection } from '../../imports/rejection.ts';
import { describeProblem, type Problem } from '../problem.ts';
import { french } from './french.ts';
import type { Preview } from './preview.ts';

/** Sentences by their English templates; none in English. */
export type Language = Readonly<Record<string, string>>;

/** The language of whoever sent this: of its page, or the first that a program says it prefers. */
export function languageOf({ url, headers }: Pick<FastifyRequest, 'url' | 'headers'>): Language {
  if (url.startsWith('/fr/')) return french;
  // A browser sends its own preference with a form; the page that the form is on counts.
  if (headers['sec-fetch-mode'] === 'navigate') return {};
  return /^\s*fr\b/i.test(headers['accept-language'] ?? '') ? french : {};
}

/** What failed, in a language. */
export function problemIn(language: Language, error: unknown, request: FastifyRequest): Problem {
  const problem = describeProblem(error, request);
  const said = error instanceof TacitError ? error.said : new Said(problem.message);
  return { ...problem, message: said.in(language) };
}

/** A report in a language: what it warns of, and why cells were rejected. */
export function reportIn(language: Language, report: ImportReport): ImportReport {
  return {
    ...report,
    rejections: rejectionsIn(language, report.rejections),
    warnings: report.warnings.map((warning) => warning.in(language)),
  };
}

/** A preview in a language. */
export function previewIn(language: Language, preview: Preview): Preview {
  const { check, warnings } = preview;
  return {
    ...preview,
    check: check && { ...check, rejections: rejectionsIn(language, check.rejections) },
    warnings: warnings.map((warning) => warning.in(language)),
  };
}

function rejectionsIn(language: Language, rejections: readonly Rejection[]): Rejection[] {
  return rejections.map((rejection) => ({ ...rejection, reason: new Said(rejection.reason).in(language) }));
}
