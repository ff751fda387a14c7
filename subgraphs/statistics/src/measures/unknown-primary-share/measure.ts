import { SITE_GROUPS } from '@nodp/terminology';
import { shareMeasure } from '../share-measure.ts';

const ILL_DEFINED = 'other';

/** PSU%: cases of a primary site that is unknown or ill defined, C26, C39, C48, C76–C80 (Bray and Parkin, Eur J Cancer 2009;45:747–755). */
export const unknownPrimaryShare = shareMeasure(
  'QUALITY',
  {
    dimension: 'SITE',
    part: [ILL_DEFINED],
    rest: SITE_GROUPS.map(({ id }) => id).filter((id) => id !== ILL_DEFINED),
  },
  {
    label: { en: 'Primary site unknown or ill defined (PSU%)', zh: '原发部位不明比例（PSU%）' },
    sentence: {
      en: 'Each figure is how many of a hundred cases have a primary site that is unknown or ill defined.',
      zh: '每个数字为每百例中原发部位不明或界定不清的例数。',
    },
    limits: {
      en: 'A few cancers have no primary site that anybody finds: more of them than in other registries points to records that say too little.',
      zh: '少数癌症确实找不到原发部位；明显高于其他登记处时，提示记录过于简略。',
    },
    numerator: {
      en: 'cases of unknown or ill-defined primary site (C26, C39, C48, C76–C80)',
      zh: '原发部位不明或界定不清的病例（C26、C39、C48、C76—C80）',
    },
    denominator: { en: 'all cases', zh: '全部病例' },
  },
);
