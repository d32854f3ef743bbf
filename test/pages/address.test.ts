import { describe, expect, test } from 'vitest';
import { Address, slug } from '../../web/src/lib/url-state/address.ts';

const read = (query: string) => new Address(new URLSearchParams(query));

describe('an address', () => {
  test('gives the default for what is missing or empty, in silence', () => {
    const address = read('measure=');
    expect(address.one('measure', ['UNITS', 'HOURS'], 'UNITS')).toBe('UNITS');
    expect(address.text('ledger', slug, 'mmteb')).toBe('mmteb');
    expect(address.resets).toEqual([]);
  });

  test('gives the default for what is wrong, and remembers what that was', () => {
    const address = read('measure=SMILES&ledger=%20..&compare=a&compare=b&compare=c');
    expect(address.one('measure', ['UNITS', 'HOURS'], 'UNITS')).toBe('UNITS');
    expect(address.text('ledger', slug, 'mmteb')).toBe('mmteb');
    expect(address.many('compare', slug, 2)).toEqual(['a', 'b']);
    expect(address.resets).toEqual([
      { name: 'measure', value: 'SMILES' },
      { name: 'ledger', value: '..' },
      { name: 'compare', value: 'c' },
    ]);
  });

  test('is shorter when it says a default or nothing at all', () => {
    const address = read('measure=UNITS&compare=&ledger=prism');
    address.one('measure', ['UNITS', 'HOURS'], 'UNITS');
    address.text('ledger', slug, 'mmteb');
    address.many('compare', slug, 2);
    expect(address.shorter).toBe('?ledger=prism');
  });

  test('is as short as can be when it is already in order', () => {
    const address = read('ledger=prism');
    address.text('ledger', slug, 'mmteb');
    expect(address.shorter).toBeNull();
  });

  test('is left as it is when something in it was wrong, so that the notice can name it', () => {
    const address = read('ledger=nobody&measure=UNITS');
    address.text('ledger', slug, 'mmteb');
    address.one('measure', ['UNITS'], 'UNITS');
    address.reset('ledger', 'nobody');
    expect(address.shorter).toBeNull();
  });

  test('remembers a name that the page does not know, as it does a value', () => {
    const address = read('ledger=prism&spell=hocus');
    address.text('ledger', slug);
    address.close();
    expect(address.resets).toEqual([{ name: 'spell', value: 'hocus' }]);
    expect(address.shorter).toBeNull();
  });

  test('drops the marks of campaigns in silence', () => {
    const address = read('ledger=prism&utm_source=paper');
    address.text('ledger', slug, 'mmteb');
    address.close();
    expect(address.shorter).toBe('?ledger=prism');
  });
});
