import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residentIdentity, residentNumber } from '../names/resident-identity.ts';
import { readName } from '../names/sounds.ts';
import { editDistance } from '../text/damerau.ts';
import { jaroWinkler } from '../text/jaro-winkler.ts';
import { addressTokens, normalPhone, sharedTokens } from './contact.ts';
import { compareDates } from './date.ts';
import { compareNames } from './name.ts';
import { compareNumbers, differentValidNumbers, normalNumber } from './number.ts';

const names = (a: string, b: string) => {
  const [left, right] = [readName(a), readName(b)];
  if (left === null || right === null) throw new Error('No name.');
  return compareNames(left, right);
};

test.each([
  ['张伟', '张伟', 'same'],
  ['张伟', '张玮', 'sound'],
  ['王静', '王婧', 'sound'],
  ['吕兰', '吕岚', 'sound'],
  ['刘珍', '刘争', 'sound'],
  ['陈林', '程玲', 'sound'],
  ['张伟', '章威', 'sound'],
  ['李建国', '李健国', 'sound'],
  ['杨志强', '扬志强', 'sound'],
  ['王海明', '王梅明', 'near'],
  ['李建国', '李建军', 'near'],
  ['张伟', '张丽', 'part'],
  ['欧阳修', '欧阳询', 'near'],
  ['阿不都热合曼·买买提', '阿不都热合曼·买', 'near'],
  ['阿不都热合曼·买买提', '阿不都热合曼买买提', 'same'],
  ['张伟', 'Zhang Wei', 'sound'],
  ['张伟', 'wei zhang', 'sound'],
  ['单雄信', 'shan xiongxin', 'sound'],
  ['张伟', '李娜', 'differs'],
  ['Adán Pulido', 'ADAN PULIDO', 'same'],
  ['Pulido Adan', 'Adan Pulido', 'same'],
  ['Katherine Jones', 'Katharine Jones', 'near'],
])('%s and %s are %s', (a, b, level) => {
  expect(names(a, b)).toBe(level);
  expect(names(b, a)).toBe(level);
});

test.each([
  ['1973-06-05', '19730605', 'same'],
  ['1973-06-05', '1973-05-06', 'swapped'],
  ['1973-06-05', '1983-06-05', 'slip'],
  ['1973-06-05', '1973-06-50', 'slip'],
  ['1973-06-05', '1973-12-31', 'year'],
  ['1973-06-05', '1950-01-01', 'differs'],
])('%s and %s: %s', (a, b, level) => {
  expect(compareDates(a, b)).toBe(level);
});

test('a number of 15 digits is the one of 18 that took its place', () => {
  // The worked example of GB 11643-1999.
  expect(residentNumber('110105491231002')).toBe('11010519491231002X');
  expect(normalNumber('110105 491231-002')).toBe('11010519491231002X');
  expect(compareNumbers(normalNumber('110105491231002'), normalNumber('11010519491231002x'))).toBe(
    'same',
  );
  expect(compareNumbers('11010519491231002X', '11010519491213002X')).toBe('slip');
  expect(residentNumber('110105491331002')).toBeNull();
});

test('two different numbers of which both can be one are two persons', () => {
  expect(differentValidNumbers('11010519491231002X', '440524188001010014')).toBe(true);
  // A mistyped one is nobody's.
  expect(differentValidNumbers('11010519491231002X', '110105194912310021')).toBe(false);
  expect(differentValidNumbers('11010519491231002X', '11010519491231002X')).toBe(false);
});

test('every number of 15 digits has one of 18 that is read with its day', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('1999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 110_000, max: 659_999 }),
      day,
      fc.integer({ min: 0, max: 995 }),
      (region, born, serial) => {
        const date = born.toISOString().slice(2, 10).replaceAll('-', '');
        const number = residentNumber(`${region}${date}${String(serial).padStart(3, '0')}`);
        expect(residentIdentity(number ?? '')?.born).toBe(born.toISOString().slice(0, 10));
      },
    ),
  );
});

test('telephones and addresses are compared as what they name', () => {
  expect(normalPhone('+86 138-0013-8000')).toBe('13800138000');
  expect(normalPhone('12')).toBeNull();
  const full = addressTokens('广东省广州市天河区中山大道12号3栋402室');
  expect(sharedTokens(full, addressTokens('广州市天河区中山大道12号3栋402室'))).toBeGreaterThan(
    0.8,
  );
  expect(sharedTokens(full, addressTokens('四川省成都市武侯区人民路9号'))).toBeLessThan(0.3);
});

test('the edit distance is one between neighbours that changed places, and stops at its bound', () => {
  expect(editDistance('ca', 'ac', 3)).toBe(1);
  expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  expect(editDistance('kitten', 'sitting', 1)).toBe(2);
});

test('the edit distance is symmetric, null for the same text alone, and no more than the longer', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const distance = editDistance(a, b, 20);
      expect(distance).toBe(editDistance(b, a, 20));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('Jaro–Winkler gives the published values', () => {
  // Winkler 2006, table 6.
  expect(jaroWinkler('shackleford', 'shackelford')).toBeCloseTo(0.982, 3);
  expect(jaroWinkler('dunningham', 'cunnigham')).toBeCloseTo(0.896, 3);
  expect(jaroWinkler('nichleson', 'nichulson')).toBeCloseTo(0.956, 3);
  expect(jaroWinkler('massey', 'massie')).toBeCloseTo(0.933, 3);
  expect(jaroWinkler('abroms', 'abrams')).toBeCloseTo(0.922, 3);
});
