import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';

test.each([
  [null, '—'],
  ['"IIIB"', 'IIIB'],
  ['3', '3'],
  ['{"score":-2.676543219,"grade":"1"}', 'score -2.67654, grade 1'],
  ['{"curve":[99,98,97,96,95,94]}', 'curve …'],
])('%s reads %s', (json, read) => expect(readAnswer(json)).toBe(read));
