import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, result, WORK_UP } from '../sources.ts';

/** Endoscopy where the cancer is common; the text of the national programme was not found. */
export const OESOPHAGUS: ScreeningProgramme = {
  id: 'oesophagus',
  version: 1,
  title: { en: 'Oesophageal cancer', zh: '食管癌' },
  eligibility: {
    ...NOT_FOUND,
    title: { en: 'Not found', zh: '未找到' },
    ages: null,
    sex: null,
    rules: [],
    says: {
      en: 'The text of the national programme of 2024 was not found: nothing stands in its place.',
      zh: '未找到2024年国家项目文本，此处不作替代。',
    },
  },
  tests: [
    {
      ...NOT_FOUND,
      id: 'endoscopy',
      title: { en: 'Endoscopy with iodine staining', zh: '内镜碘染色检查' },
      scale: 'positive/negative',
      results: [
        result('negative', 'nothing suspicious', '未见可疑病变', 'negative', null),
        result('positive', 'suspicious', '可疑病变', 'positive', WORK_UP),
      ],
    },
  ],
};
