import { expect, test } from 'vitest';
import { shareText } from './share.ts';

test.each([
  [{ share: 0.62, limit: null }, '62%'],
  [{ share: 0.93, limit: 'AT_LEAST' as const }, '≥ 93%'],
  [{ share: 0.07, limit: 'AT_MOST' as const }, '≤ 7.0%'],
  [{ share: null, limit: null }, '—'],
])('%j reads %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});
