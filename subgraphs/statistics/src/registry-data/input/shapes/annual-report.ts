import type { Profile, Shape } from './shape.ts';

const quality: Shape = {
  name: { en: 'quality by site (annual report)', zh: '分部位数据质量（年报）' },
  columns: ['year', 'area_type', 'cancer', 'mv', 'dco', 'mi'],
  leftOut: {
    en: 'Shares of verified cases and mortality-to-incidence ratios of the China Cancer Registry Annual Report are of the nation’s registries together: they are no part of a data set of cases.',
    zh: '《中国肿瘤登记年报》的病理诊断比例、死亡发病比等为全国登记处合计指标，不属于病例数据集。',
  },
};

/** Tables of the China Cancer Registry Annual Report that lie beside those of registries. */
export const annualReport: Profile = {
  name: { en: 'China Cancer Registry Annual Report', zh: '《中国肿瘤登记年报》' },
  shapes: [quality],
};
