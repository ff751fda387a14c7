import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StudyContent, StudyDesign } from './content.ts';
import { parseStudy } from './parse-study.ts';

const design: StudyDesign = {
  ...{ endpoint: 'OVERALL', months: 60, landmark: null, delayedEntry: false },
  covariates: ['AGE_GROUP', 'SEX'],
};
const study: StudyContent = {
  cohorts: [
    { name: 'Lung, women', definition: { all: [{ site: ['lung'] }, { sex: ['FEMALE'] }] } },
    { name: 'Lung, men', definition: { all: [{ site: ['lung'] }, { sex: ['MALE'] }] } },
  ],
  blocks: [
    { kind: 'TEXT', text: 'Do women live longer?' },
    { kind: 'FIGURE', figure: 'COX', design },
  ],
};

test('a study is read as it was written', () => {
  expect(parseStudy(JSON.parse(JSON.stringify(study)))).toEqual({ content: study, problem: null });
});

test.each([
  ['no cohort', { ...study, cohorts: [] }, 'cohorts'],
  [
    'a figure that there is none of',
    { ...study, blocks: [{ kind: 'FIGURE', figure: 'SQL', design }] },
    'figure',
  ],
  [
    'a text that is too long',
    { ...study, blocks: [{ kind: 'TEXT', text: 'a'.repeat(20_001) }] },
    'text',
  ],
  [
    'a landmark of late entry',
    {
      ...study,
      blocks: [
        { kind: 'FIGURE', figure: 'COX', design: { ...design, landmark: 6, delayedEntry: true } },
      ],
    },
    'blocks.0.design',
  ],
  ['more than a study has', { ...study, script: 'drop table' }, 'script'],
  [
    'a cohort of a criterion that there is none of',
    { ...study, cohorts: [{ name: 'x', definition: { nobody: [1] } }] },
    '“x”',
  ],
])('%s is refused, and where it stands is said', (_, json, place) => {
  const { content, problem } = parseStudy(json);
  expect(content).toBeNull();
  expect(problem?.en).toContain(place);
});

test('any JSON is answered with a study or a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const { content, problem } = parseStudy(json);
      expect((content === null) !== (problem === null)).toBe(true);
    }),
  );
});
