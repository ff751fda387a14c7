import { PROVINCES, provinceOf } from '@nodp/terminology/provinces';
import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { same } from '../../criterion/words.ts';

const known = new Set(PROVINCES.map((province) => province.code));

export const meaning = codesMeaning<string>({
  isKnown: (code) => known.has(code),
  label: (code) => provinceOf(code)?.label ?? same(code),
  before: { en: 'living in ', zh: '居住省份：' },
  where: (codes) => among('residence', codes),
});
