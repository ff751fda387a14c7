import { parseStageGroup } from '@nodp/terminology';
import { clinicalRule, type Decision } from '../registry/rule.ts';
import { explainedInWords } from './explained-in-words.ts';
import { STAGE_GROUP_VERSION, stageGroup } from './stage-group.ts';
import { STAGED_FIELDS, stagedOf } from './written.ts';

/** `4B`, `IVB`, `Stage IVB` are one; `none` and an empty cell say that there is no group. */
const agrees = (expected: unknown, value: unknown): boolean => {
  const written = String(expected ?? '').trim();
  const got = value === null ? null : String(value);
  if (['', 'none', '-', 'null'].includes(written.toLowerCase())) return got === null;
  return got !== null && (parseStageGroup(written)?.code ?? written) === got;
};

export const STAGE_GROUP = clinicalRule({
  id: 'stage-group',
  version: STAGE_GROUP_VERSION,
  title: {
    en: 'Stage group from T, N, M and the chapter’s factors',
    zh: '由T、N、M及章节因素推导分期组',
  },
  source:
    'AJCC Cancer Staging Manual, 8th edition (2017); Version 9 of cervix (2021), anus (2023), neuroendocrine tumours (2024), lung, nasopharynx and thymus (2025), salivary glands (2026)',
  sourceInChinese:
    'AJCC癌症分期手册第8版（2017）；第9版：子宫颈（2021）、肛管（2023）、神经内分泌肿瘤（2024）、肺、鼻咽和胸腺（2025）、大涎腺（2026）',
  mark: 'known',
  population: null,
  fields: STAGED_FIELDS,
  outputs: ['stage_group'],
  names: ['staging'],
  agrees,
  decide: (given): Decision => {
    const explained = stageGroup(stagedOf(given));
    return {
      value: explained.value?.group ?? null,
      explanation: explainedInWords(explained),
      missing: explained.missing,
      notApplicable: null,
    };
  },
});
