import { shareMeasure } from '../share-measure.ts';

/** Timeliness: cases first reported within a year of the diagnosis (Bray and Parkin, Eur J Cancer 2009;45:747–755). */
export const timelyShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'REGISTRATION',
    part: ['WITHIN_6_MONTHS', 'WITHIN_12_MONTHS'],
    rest: ['WITHIN_24_MONTHS', 'LATER'],
  },
  {
    label: { en: 'Reported within 12 months (timeliness)', zh: '12个月内上报比例（及时性）' },
    sentence: {
      en: 'Each figure is how many of a hundred cases were received by the platform within 12 months of the diagnosis.',
      zh: '每个数字为每百例中平台在诊断后12个月内收到首份报告的例数。',
    },
    limits: {
      en: 'Cases diagnosed in the 366 days before the release cannot be judged yet and are left out, as are those whose day of diagnosis is not known. What an institution loaded of former years when it joined came late.',
      zh: '本版生成前366天内确诊者尚不能判定，与诊断日不详者均不计入。机构加入平台时补报的历年数据计为迟报。',
    },
    numerator: {
      en: 'cases received within 12 months of the diagnosis',
      zh: '诊断后12个月内收到的病例',
    },
    denominator: {
      en: 'cases diagnosed more than 366 days before the release',
      zh: '本版生成366天以前确诊的病例',
    },
  },
);
