import { buildSchema, parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examples } from '../../web/src/lib/api/examples.ts';
import { excerpt } from '../../web/src/lib/api/excerpt.ts';

const documents = new URL('../../web/src/lib/api/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const all = readdirSync(documents).filter((name) => name.endsWith('.graphql'));
const files = all.filter((name) => !name.endsWith('-parts.graphql'));
const text = (name: string) => readFileSync(new URL(name, documents), 'utf8');
/** A document with the fragments that it spreads, which several documents may share. */
const whole = (name: string) =>
  all
    .filter((own) => own.endsWith('-parts.graphql'))
    .map(text)
    .filter((parts) => text(name).includes(`...${/fragment (\w+)/.exec(parts)![1]}`))
    .reduce((document, parts) => document + parts, text(name));
const faults = (document: string) => validate(schema, parse(document)).map(({ message }) => message);

describe('the documents of the pages', () => {
  test('there are some', () => expect(files.length).toBeGreaterThan(5));

  test.each(files)('%s is valid against the schema', (name) => {
    expect(faults(whole(name))).toEqual([]);
  });

  test.each(files)('%s holds exactly one operation', (name) => {
    const { definitions } = parse(whole(name));
    expect(definitions.filter(({ kind }) => kind === 'OperationDefinition')).toHaveLength(1);
  });

  test.each(files)('each top field of %s alone is a valid query with only its own variables', (name) => {
    const document = whole(name);
    const [operation] = parse(document).definitions;
    if (operation?.kind !== 'OperationDefinition')
      throw new Error(`${name} does not begin with its operation`);
    for (const field of operation.selectionSet.selections) {
      if (field.kind !== 'Field') continue;
      const { query } = excerpt(document, {}, [(field.alias ?? field.name).value]);
      expect(faults(query)).toEqual([]);
    }
  });
});

test.each(examples)('the example $name of the explorer is valid against the schema', ({ query }) => {
  expect(faults(query)).toEqual([]);
});
