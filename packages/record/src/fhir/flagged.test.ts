import { expect, test } from 'vitest';
import { flaggedIn } from './flagged.ts';

test.each([
  ['5.10 H', '5.10', 'H'],
  ['5.10H', '5.10', 'H'],
  ['2.00↑', '2.00', 'H'],
  ['2.00 ↓↓', '2.00', 'LL'],
  ['↑ 12.4', '12.4', 'H'],
  ['<0.5 L', '<0.5', 'L'],
  ['5.10 mmol/L H', '5.10 mmol/L', 'H'],
  ['5.10 mmol/L（偏高）', '5.10 mmol/L', 'H'],
  ['38.2% [L]', '38.2%', 'L'],
  ['1,200 HH', '1,200', 'HH'],
])('%s is %s with the flag %s', (text, value, flag) => {
  expect(flaggedIn(text)).toEqual({ text: value, flag });
});

test.each(['5.10 mmol/L', '5.10', '38.2 mL', '阳性↑', '5 IU/L', '1.2 mN', '低分化', '', 'H'])(
  '%s has none',
  (text) => {
    expect(flaggedIn(text)).toBeNull();
  },
);
