import { describe, expect, it } from 'vitest';
import { pinyinFile } from '../testing/pinyin-table.ts';
import { soundsLike } from './pinyin.ts';

describe('Chinese names by their sound', () => {
  it.each([
    ['肺癌', 'feiai', 'all'],
    ['肺癌', 'fa', 'all'],
    ['肺癌', 'fei', 'start'],
    ['肺癌', 'feia', 'all'], // the second syllable begun
    ['结直肠癌', 'jzca', 'all'],
    ['结直肠癌', 'jiezhichangai', 'all'],
    ['结直肠癌', 'jzchang', 'start'],
    ['鼻咽癌', 'biyanai', 'all'],
    ['女性生殖器', 'nv', 'start'],
    ['女性生殖器', 'nu', 'start'],
    ['重庆', 'cq', 'all'],
    ['重庆', 'chongqing', 'all'],
    ['肺癌', 'weiai', 'no'],
    ['肺癌', 'feiaix', 'no'],
    ['B细胞淋巴瘤', 'bxb', 'no'],
  ])('%s and %s: %s', (name, typed, expected) => {
    expect(soundsLike(name, typed)).toBe(expected);
  });

  it('read as pinyin-pro reads them in every name that a picker finds', async () => {
    await expect(pinyinFile()).toMatchFileSnapshot('./pinyin-rows.ts');
  });
});
