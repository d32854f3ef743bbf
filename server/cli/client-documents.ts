import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { readFile } from 'node:fs/promises';
import { Kind, parse, print, type DefinitionNode, type OperationDefinitionNode } from 'graphql';
import { projectPath } from '../project-root.ts';

const folder = projectPath('web', 'static', 'clients', 'typescript');
const source = `${folder}/questions.graphql`;

/** Where the documents of the example for TypeScript stand. */
export const clientDocumentsPath = `${folder}/documents.ts`;

const head = `// Generated from questions.graphql and the schema.

/** A document that knows what it takes and what it is answered with. */
export interface Document<Answer, Variables> {
  readonly text: string;
  readonly types?: (variables: Variables) => Answer;
}
`;

/** Their text: what each operation takes and gives as types of the schema as it is, then the operations. */
export async function clientDocuments(schema: string): Promise<string> {
  const document = parse(await readFile(source, 'utf8'));
  const types = await codegen({
    schema: parse(schema),
    documents: [{ location: source, document }],
    filename: clientDocumentsPath,
    config: {},
    plugins: [
      {
        operations: {
          useTypeImports: true,
          skipTypename: true,
          enumType: 'string-literal',
          defaultScalarType: 'string',
        },
      },
    ],
    pluginMap: { operations },
  });
  return [head, types, ...document.definitions.filter(isOperation).map(asConstant)].join('\n');
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function asConstant(operation: OperationDefinitionNode): string {
  const name = operation.name?.value ?? '';
  return `export const ${name}: Document<${name}Query, ${name}QueryVariables> = {\n  text: \`${print(operation)}\`,\n};\n`;
}
