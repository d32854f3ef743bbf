import { readFile } from 'node:fs/promises';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  specifiedScalarTypes,
} from 'graphql';
import { expect, test } from 'vitest';
import { printedSchema } from '../../server/graphql/emit-schema.ts';
import { graphSchema } from '../../server/graphql/schema.ts';
import { projectPath } from '../../server/project-root.ts';

const schema = await graphSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !specifiedScalarTypes.some(({ name }) => name === type.name),
);

test('every type, field, argument and value says what it is', () => {
  const silent: string[] = [];
  const check = (path: string, { description }: { description?: string | null | undefined }) => {
    if (!description || !/[.?]$/.test(description)) silent.push(path);
  };
  for (const type of types) check(type.name, type);
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    } else expect(isScalarType(type)).toBe(true);
  }
  expect(silent).toEqual([]);
});

test('schema.graphql is what the types emit', async () => {
  expect(await readFile(projectPath('schema.graphql'), 'utf8')).toBe(await printedSchema());
});
