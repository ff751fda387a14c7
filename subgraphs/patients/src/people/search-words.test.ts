import { expect, test } from 'vitest';
import { dayOf } from './search-words.ts';

test.each([
  '1973-06-05',
  '1973/6/5',
  '1973.6.5',
  '19730605',
  '1973年6月5日',
  ' 1973 年 6 月 5 日 ',
  '１９７３-０６-０５',
])('“%s” is a day', (words) => expect(dayOf(words)).toBe('1973-06-05'));

test.each(['1973-06', '1973-02-30', '19731305', '李杰生', '252', '197306050'])(
  '“%s” is none',
  (words) => expect(dayOf(words)).toBeNull(),
);
