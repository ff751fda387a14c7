import { expect, test } from 'vitest';
import { formatStudyValue } from './study-value.ts';

test('a figure is read by what it is measured in, with its interval where it has one', () => {
  const of = (value: number, lower: number | null = null, upper: number | null = null) => ({
    ...{ value, lower, upper },
  });
  expect(formatStudyValue('COUNT', of(1234))).toBe('1,234');
  expect(formatStudyValue('SHARE', of(0.812, 0.7, 0.9))).toBe('81.2% (70.0%; 90.0%)');
  expect(formatStudyValue('RATIO', of(0.8123, 0.7, 0.9))).toBe('0.812 (0.700; 0.900)');
  expect(formatStudyValue('P', of(0.00001))).toBe('< 0.001');
  expect(formatStudyValue('P', of(0.0312))).toBe('0.031');
  expect(formatStudyValue('MONTHS', null)).toBe('—');
});
