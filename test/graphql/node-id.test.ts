import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeId, parseNodeId, rowIdOf, rowIdsOf } from '../../server/graphql/node-id.ts';

const noun = fc.constantFrom('Dataset', 'Expert', 'PayObservation');
const rowId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('a node id', () => {
  test('names the noun and the key that it was made from', () => {
    fc.assert(
      fc.property(noun, rowId, (name, id) => {
        expect(parseNodeId(nodeId(name, id))).toEqual({ noun: name, key: String(id) });
        expect(rowIdsOf(name, [nodeId(name, id)])).toEqual([id]);
      }),
    );
  });

  test('carries composite keys', () => {
    expect(parseNodeId(nodeId('Earning', '12.2025-01-01.7'))).toEqual({
      noun: 'Earning',
      key: '12.2025-01-01.7',
    });
  });

  test('is null for any text that is not one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseNodeId(text);
        expect(parsed === null || nodeId(parsed.noun, parsed.key) === text).toBe(true);
      }),
    );
    for (const text of [
      '',
      'Dataset:1',
      Buffer.from('dataset:1').toString('base64url'),
      `${nodeId('Dataset', 1)}=`,
    ]) {
      expect(parseNodeId(text)).toBeNull();
    }
  });

  test('of another noun is refused where one noun is asked for', () => {
    const id = nodeId('Expert', 1);
    expect(() => rowIdsOf('Project', [id])).toThrow(`"${id}" is not the id of a thing of type Project.`);
  });
});

test('a row id is a positive safe integer without leading zeros', () => {
  expect(['1', '42', '9007199254740991'].map(rowIdOf)).toEqual([1, 42, Number.MAX_SAFE_INTEGER]);
  expect(['0', '01', '-1', '1.5', '', '9007199254740993', 'x'].map(rowIdOf)).toEqual(Array(7).fill(null));
});
