import { expect, test } from 'vitest';
import { organOf, topographyGroup } from './topography-groups.ts';

test('topographies of one group of the table are one organ, any other category is its own', () => {
  expect(['C20.9', 'C19', 'C68.9', 'C34.1', 'C18.2', 'C80.9'].map(organOf)).toEqual([
    'C19',
    'C19',
    'C65',
    'C33',
    'C18',
    'C80',
  ]);
  expect(organOf(null)).toBeNull();
});

test('ill-defined and systemic places contradict no site', () => {
  expect(['C26.9', 'C39.0', 'C42.1', 'C76.2', 'C77', 'C80.9', null].map(topographyGroup)).toEqual(
    Array(7).fill(null),
  );
  expect(topographyGroup('C20.9')).toBe('C19');
});
