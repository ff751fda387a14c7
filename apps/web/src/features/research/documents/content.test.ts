import type { StudyDesign } from '@nodp/cohorts';
import { expect, test } from 'vitest';
import type { Asked } from '../compare/asked.ts';
import { askedOf, designOf, inputOf, moved, studyOf } from './content.ts';

const asked: Asked = {
  ...{ cohorts: ['a'], endpoint: 'OVERALL', design: '6', months: 120, covariates: ['SEX'] },
};

test('a comparison is a study: its design comes back as it was chosen', () => {
  const design = designOf(asked);
  expect(design).toEqual({
    ...{ endpoint: 'OVERALL', months: 120, landmark: 6, delayedEntry: false, covariates: ['SEX'] },
  });
  expect(askedOf(design)).toEqual({ ...asked, cohorts: [] });
  const entry = designOf({ ...asked, design: 'entry' });
  expect(entry).toMatchObject({ landmark: null, delayedEntry: true });
  expect(askedOf(entry).design).toBe('entry');
});

test('a landmark that no control offers is asked as it was written, and shown as none', () => {
  const design: StudyDesign = { ...designOf(asked), landmark: 7 };
  expect(askedOf(design).design).toBe('zero');
  expect(inputOf({ cohorts: [], blocks: [] }, design, 3)).toMatchObject({
    landmark: 7,
    release: 3,
  });
});

test('empty words are no text', () => {
  expect(studyOf(asked, [], ' ', ['COX']).blocks).toHaveLength(1);
  expect(studyOf(asked, [], 'Why?', ['COX', 'ENDPOINT']).blocks.map(({ kind }) => kind)).toEqual([
    ...['TEXT', 'FIGURE', 'FIGURE'],
  ]);
});

test('a block goes up and down, and nowhere beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
