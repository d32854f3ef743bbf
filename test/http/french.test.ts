import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { errorRegistry } from '../../server/errors/registry.ts';
import { Said, said } from '../../server/errors/said.ts';
import { french } from '../../server/http/import/french.ts';
import { rejectionReasons } from '../../server/imports/rejection.ts';

/** The sentences tagged in a file, as their templates. */
function sentencesOf(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'said') {
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      found.push(said(parts as unknown as TemplateStringsArray).template);
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

const files = globSync(['server/imports/**/*.ts', 'server/http/**/*.ts', 'server/access/*.ts']);
const sentences = [...new Set(files.flatMap(sentencesOf))];
const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();

describe('what an import says', () => {
  test('is there in French, with all that is put into it', () => {
    expect(sentences.length).toBeGreaterThan(60);
    const told = [...sentences, ...Object.values(rejectionReasons)];
    expect(told.filter((sentence) => french[sentence] === undefined)).toEqual([]);
    for (const sentence of told) {
      expect(places(french[sentence]!), sentence).toEqual(places(sentence));
      expect(french[sentence]).not.toMatch(/\u0020[:;!?»]|«(?!\u202f)/);
    }
  });

  test('is all that is translated: no sentence of French is left over', () => {
    const advice = /^Say (the|which) currency/;
    const usual: string[] = Object.values(errorRegistry).map(({ message }) => message);
    const known = new Set<string>([...sentences, ...Object.values(rejectionReasons), ...usual]);
    expect(Object.keys(french).filter((sentence) => !known.has(sentence) && !advice.test(sentence))).toEqual(
      [],
    );
  });

  test('nests: what is put in is told in the same language', () => {
    const nested = said`${'f.csv'} has no column "${'who'}" (${'--expert'}). ${said`The nearest: ${'"whom"'}.`}`;
    expect(String(nested)).toBe('f.csv has no column "who" (--expert). The nearest: "whom".');
    expect(nested.in(french)).toBe(
      'f.csv n’a pas de colonne «\u202fwho\u202f» (--expert). Les plus proches\u202f: "whom".',
    );
    expect(new Said('not {0} known', ['{1}']).in(french)).toBe('not {1} known');
  });
});
