import type { Fact } from '../facts.ts';
import type { Language } from '../picture-maker.ts';

const words = {
  about: { en: 'ABOUT THIS FIGURE', fr: 'À PROPOS DE CETTE FIGURE' },
  files: { en: 'FILES', fr: 'FICHIERS' },
  cite: {
    en: 'Numbers are exact here; the picture rounds them. Shares are from 0 to 1. Cite the permanent address.',
    fr: 'Les nombres sont exacts ici ; l’image les arrondit. Les parts vont de 0 à 1. Citez l’adresse permanente.',
  },
} as const;

/** The plain text that goes with a figure's files. */
export function readmeOf(facts: readonly Fact[], files: readonly string[], locale: Language): string {
  const lines = [
    facts[0]?.value ?? '',
    '',
    words.cite[locale],
    '',
    words.about[locale],
    ...facts.slice(1).map(({ label, value }) => `${label}: ${value}`),
    '',
    words.files[locale],
    ...files.map((name) => `- ${name}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
