import { describe, expect, it } from 'vitest';
import { joined, listOf, parseSearch, safeReturn, stringifySearch } from './address.ts';

describe('addresses', () => {
  it('say filters in words and read them back', () => {
    const search = { site: 'lung,breast', q: '王 & 李' };
    const text = stringifySearch({ ...search, stage: undefined, sex: '' });
    expect(text.startsWith('?site=lung,breast&q=')).toBe(true);
    expect(parseSearch(text)).toEqual(search);
    expect(stringifySearch({})).toBe('');
  });

  it('leave the marks of a cohort as they are', () => {
    const a = 'site:lung~histology:8140/3';
    expect(stringifySearch({ a })).toBe(`?a=${a}`);
    expect(parseSearch(`?a=${a}`)).toEqual({ a });
  });

  it('pass over what is not among the choices', () => {
    expect(listOf('DEAD,nonsense,ALIVE', ['ALIVE', 'DEAD', 'UNKNOWN'])).toEqual(['ALIVE', 'DEAD']);
    expect(listOf(undefined, ['ALIVE'])).toEqual([]);
    expect(joined([])).toBeUndefined();
  });

  it('lead back into the app only', () => {
    expect(safeReturn('/clinical/patients?site=lung')).toBe('/clinical/patients?site=lung');
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/sign-in',
      undefined,
    ]) {
      expect(safeReturn(path)).toBe('/');
    }
  });
});
