import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { projectPath } from '../../server/project-root.ts';

/** A regular expression as it stands in the code. */
export interface Written {
  file: string;
  expression: RegExp;
}

/** Every regular expression written in the files below these folders. */
export function expressionsIn(folders: readonly string[]): Written[] {
  return folders.flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => expressionsOf(`${folder}/${name}`)),
  );
}

function expressionsOf(file: string): Written[] {
  const found: Written[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
      found.push({ file, expression: new RegExp(source, flags) });
    }
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(projectPath(file), 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/**
 * Texts of a length that make a backtracking expression try again and again: what it may repeat, endlessly, after what it
 * begins with and before what it cannot end with. Taken from its own characters and from one of each class.
 */
export function attacksOn({ source }: RegExp, length: number): string[] {
  const own = source.replaceAll(/\\[dDwWsSbBpPk](?:\{[^}]*\}|<[^>]*>)?|\(\?<\w+>/g, '');
  const literals = new Set(own.match(/[^\\^$()[\]{}|?*+]/gu) ?? []);
  const pumps = new Set([
    ...['a', '0', ' ', '-', '.', ',', '"', "'", '\n', 'é', 'A', '(', '{', '<'],
    ...literals,
  ]);
  const single = [...pumps].slice(0, 40);
  const pairs = ['a ', 'a.', '0,', '0.', 'a@', '- ', "''", ' \n', 'a-', '0 '];
  const starts = ['', own.slice(0, 1)];
  return [...single, ...pairs].flatMap((pump) =>
    starts.map((start) => `${start}${pump.repeat(Math.ceil(length / pump.length))}\0`),
  );
}
