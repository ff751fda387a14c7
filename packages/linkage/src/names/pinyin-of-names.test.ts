import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinyinWords } from './pinyin-of-names.ts';

test.each([
  ['李杰生', ['li', 'lijie', 'lijiesheng', 'ljs', 'lj', 'lijs', 'jiesheng', 'sheng']],
  ['解晓东', ['xiexiaodong', 'xxd', 'jiexiaodong']],
  ['单雄信', ['shanxiongxin', 'sxx', 'danxiongxin']],
  ['曾国藩', ['zengguofan']],
  ['仇英', ['qiuying']],
  ['欧阳修', ['ouyangxiu', 'oyx', 'ouyx', 'ouyangx', 'ouyang', 'xiu']],
  ['尉迟恭', ['yuchigong', 'ycg']],
  ['万俟卨', ['moqixie']],
  ['吕布', ['lvbu', 'lubu', 'lyubu']],
  ['张长青', ['zhangchangqing', 'zhangzhangqing']],
])('%s is found by %j', (name, typed) => {
  expect(pinyinWords(name)).toEqual(expect.arrayContaining(typed));
});

test('what is not the name does not find it', () => {
  const words = pinyinWords('李杰生');
  for (const other of ['l', 'ieSheng', 'jsl', 'wang', 'lijieshengx'])
    expect(words).not.toContain(other);
});

test('names in other scripts have no pinyin, and parts of a transliterated name each their own', () => {
  expect(pinyinWords('Adán Pulido')).toEqual([]);
  expect(pinyinWords('阿不都·热合曼')).toEqual(expect.arrayContaining(['abudu', 'rehe', 'rhm']));
});

test('however long a name is, it is found by no more than a few dozen words', () => {
  const character = fc.constantFrom(...'李单长行乐重解曾吕女绿区盖查朴');
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
      const words = pinyinWords(characters.join(''));
      expect(words.length).toBeLessThanOrEqual(4 * (23 + 23 + 39 + 1 + 40));
      expect(words.every((word) => /^[a-z]{2,}$/.test(word) || word.length > 24)).toBe(true);
    }),
    { numRuns: 50 },
  );
});
