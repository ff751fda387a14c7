import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, REPEAT, result, WORK_UP } from '../sources.ts';

/** HPV test and cytology; the text of the national programme was not found. */
export const CERVIX: ScreeningProgramme = {
  id: 'cervix',
  version: 1,
  title: { en: 'Cervical cancer', zh: '宫颈癌' },
  eligibility: {
    ...NOT_FOUND,
    title: { en: 'Women; ages of the programme not found', zh: '女性；未找到项目规定的年龄' },
    ages: null,
    sex: 'FEMALE',
    rules: [],
    says: {
      en: 'The text of the national programme of 2024 was not found: its ages and interval are not given here.',
      zh: '未找到2024年国家项目文本，此处不给出年龄与间隔。',
    },
  },
  tests: [
    {
      ...NOT_FOUND,
      id: 'hpv',
      title: { en: 'Test for high-risk HPV', zh: '高危型HPV检测' },
      scale: 'HPV',
      results: [
        result('negative', 'negative', '阴性', 'negative', null),
        result('positive', 'positive', '阳性', 'positive', null),
        result('16/18', 'HPV 16 or 18', 'HPV 16/18阳性', 'positive', WORK_UP),
      ],
    },
    {
      id: 'cytology',
      title: { en: 'Cytology', zh: '宫颈细胞学' },
      scale: 'Bethesda (TBS)',
      source:
        'Nayar R, Wilbur DC. The Bethesda System for Reporting Cervical Cytology, 3rd edition',
      dated: '2015',
      mark: 'known',
      results: [
        result('unsatisfactory', 'unsatisfactory', '标本不满意', 'inconclusive', REPEAT),
        result(
          'NILM',
          'negative for intraepithelial lesion or malignancy',
          '未见上皮内病变或恶性细胞',
          'negative',
          null,
        ),
        result(
          'ASC-US',
          'atypical squamous cells of undetermined significance',
          '意义不明确的非典型鳞状细胞',
          'positive',
          null,
        ),
        result(
          'ASC-H',
          'atypical squamous cells, HSIL not excluded',
          '非典型鳞状细胞，不除外高级别病变',
          'positive',
          WORK_UP,
        ),
        result(
          'LSIL',
          'low-grade squamous intraepithelial lesion',
          '低级别鳞状上皮内病变',
          'positive',
          null,
        ),
        result(
          'HSIL',
          'high-grade squamous intraepithelial lesion',
          '高级别鳞状上皮内病变',
          'positive',
          WORK_UP,
        ),
        result('AGC', 'atypical glandular cells', '非典型腺细胞', 'positive', WORK_UP),
        result('cancer', 'carcinoma', '癌', 'positive', WORK_UP),
      ],
    },
  ],
};
