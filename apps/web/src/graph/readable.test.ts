import { expect, test } from 'vitest';
import { readable } from './readable.ts';

const both = 'Too many requests; wait a minute. / 请求过多，请一分钟后再试。';

test.each([
  ['en', both, 'Too many requests; wait a minute.', ''],
  ['zh', both, '请求过多，请一分钟后再试。', ''],
  ['en', 'Curves go to 1 to 120 months.', 'Curves go to 1 to 120 months.', ''],
  ['zh', 'Curves go to 1 to 120 months.', '', 'Curves go to 1 to 120 months.'],
  ['zh', 'There is no patient named “李” here.', '', 'There is no patient named “李” here.'],
  ['zh', '文件大于 10 MB。', '文件大于 10 MB。', ''],
  ['en', '文件大于 10 MB。', '文件大于 10 MB。', ''],
  ['en', 'Give mg/dL or mmol/L.', 'Give mg/dL or mmol/L.', ''],
  ['zh', '', '', ''],
])('in %s, %s', (language, message, shown, technical) => {
  expect(readable(message, language)).toEqual({ message: shown, technical });
});
