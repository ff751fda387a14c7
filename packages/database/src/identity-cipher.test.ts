import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityCipher } from './identity-cipher.ts';

const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });
const finds = (name: string, query: string): boolean => {
  const stored = new Set(cipher.nameHashes([name]));
  const asked = cipher.nameSearchHashes(query);
  return asked.length > 0 && asked.every((h) => stored.has(h));
};

test('a person is found by the beginnings of the words of the name, in any order', () => {
  expect(finds('Adán Pulido', 'adan pul')).toBe(true);
  expect(finds('Adán Pulido', 'PULIDO Ad')).toBe(true);
  expect(finds('Adán Pulido', 'ulido')).toBe(false);
  expect(finds('Adán Pulido', 'adan pulidos')).toBe(false);
  expect(finds("Siobhán O'Brien-Ng", 'brien')).toBe(true);
});

test('a Chinese name is found from its first sign', () => {
  expect(finds('王小明', '王')).toBe(true);
  expect(finds('王小明', '王小')).toBe(true);
  expect(finds('王小明', '李')).toBe(false);
});

test('a Chinese name is found by its pinyin and its initials, surnames as surnames are read', () => {
  for (const query of [
    'lijiesheng',
    'LiJieSheng',
    'li jie sheng',
    'jiesheng li',
    'ljs',
    '李 ljs',
  ]) {
    expect(finds('李杰生', query), query).toBe(true);
  }
  expect(finds('单雄信', 'shanxiongxin')).toBe(true);
  expect(finds('吕布', 'lü bu')).toBe(true);
  expect(finds('李杰生', 'ls')).toBe(false);
});

test.each([
  ['Latin', 'a'],
  ['Chinese', '解'],
  ['of many words', 'ab '],
  ['of characters of two code units', '𠮷'],
])('the hashes of a name without end are bounded: %s', (_, part) => {
  const endless = part.repeat(350_000);
  const hashes = cipher.nameHashes(Array(5_000).fill(endless));
  expect(hashes.length).toBeLessThan(1_000);
  expect(hashes).toEqual(expect.arrayContaining(cipher.nameSearchHashes(endless.slice(0, 102))));
});

test('a record or telephone number is found by its last four to six digits', () => {
  const person = {
    name: '李杰生',
    medicalRecordNumbers: ['NCC-00000252'],
    nationalId: '11010519491231002X',
    phone: '139-1234-5678',
    address: null,
  };
  const { numberHashes } = cipher.identityHashes(
    person,
    [],
    ['NCC-00000252', '11010519491231002X'],
  );
  const found = (query: string) =>
    cipher.numberSearchHashes(query).some((hash) => numberHashes.includes(hash));
  for (const query of ['0252', '00252', '000252', 'NCC00000252', '5678', '345678', '13912345678']) {
    expect(found(query), query).toBe(true);
  }
  // Too short to tell people apart, not at the end, or of the national identifier, whose end is not asked for.
  for (const query of ['252', '1234', '0000025', '002X', 'abcd'])
    expect(found(query), query).toBe(false);
});

test('numbers are found whole, whatever their spacing', () => {
  expect(cipher.numberHash('999-72-7900')).toBe(cipher.numberHash('999727900'));
  expect(cipher.numberHash('11010519491231002x')).toBe(cipher.numberHash('11010519491231002X'));
  expect(cipher.numberHash('99972790')).not.toBe(cipher.numberHash('999727900'));
});

test('the same national identifier with another date of birth is another person', () => {
  const hash = cipher.nationalHash('11010519491231002X', '1949-12-31');
  expect(hash).toBe(cipher.nationalHash('11010519491231002x', '1949-12-31'));
  expect(hash).not.toBe(cipher.nationalHash('11010519491231002X', '1949-12-30'));
});

test('what was sealed opens with the same key only, unchanged only, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
      const sealed = cipher.seal(text);
      expect(cipher.open(sealed).toString()).toBe(Buffer.from(text).toString());
      expect(cipher.seal(text)).not.toEqual(sealed);
      const changed = Uint8Array.from(sealed);
      const place = at % changed.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => cipher.open(changed)).toThrow();
      expect(() => identityCipher({ identityKey: randomBytes(32) }).open(sealed)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test('hashes of another key say nothing', () => {
  const other = identityCipher({ identityKey: new Uint8Array(32).fill(8) });
  expect(other.numberHash('1')).not.toBe(cipher.numberHash('1'));
});
