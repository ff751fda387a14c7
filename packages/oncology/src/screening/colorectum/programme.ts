import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, result, WORK_UP } from '../sources.ts';

/** Score of risk, faecal immunochemical test and colonoscopy of who is positive. */
export const COLORECTUM: ScreeningProgramme = {
  id: 'colorectum',
  version: 1,
  title: { en: 'Colorectal cancer', zh: '结直肠癌' },
  eligibility: {
    title: { en: 'High risk by the programme score', zh: '项目评分高风险人群' },
    ages: null,
    sex: null,
    rules: ['colorectal-programme', 'apcs'],
    says: {
      en: 'Four points or more of: age 50 to 59 (1) or 60 and more (2), male, first-degree relative, smoking, BMI 23 or more. A secondary page was seen: to be confirmed with the protocol, whose ages were not found.',
      zh: '评分≥4分：50–59岁1分、≥60岁2分，男性，一级亲属，吸烟，BMI≥23各1分。仅见二手页面，须与项目方案核对；未找到方案规定的年龄范围。',
    },
    source:
      'Sung JJY et al. J Gastroenterol Hepatol 2018;33:194-202, as used in Chinese city programmes',
    dated: '2018',
    mark: 'draft',
  },
  tests: [
    {
      ...NOT_FOUND,
      id: 'fit',
      title: { en: 'Faecal immunochemical test', zh: '粪便免疫化学检测' },
      scale: 'FIT',
      results: [
        result('negative', 'negative', '阴性', 'negative', null),
        result('positive', 'positive: colonoscopy', '阳性：结肠镜检查', 'positive', WORK_UP),
      ],
    },
  ],
};
