import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';

test('money with its digits, grouped, and nothing where nothing is said', () => {
  expect(formatMoney('1234567.50', 'CNY')).toBe('1,234,567.50 CNY');
  expect(formatMoney('-120', 'CNY')).toBe('−120 CNY');
  expect(formatMoney('999', 'USD')).toBe('999 USD');
  expect(formatMoney('12345678901234567890.123', 'CNY')).toBe('12,345,678,901,234,567,890.123 CNY');
  expect(formatMoney(null, 'CNY')).toBeNull();
});
