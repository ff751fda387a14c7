import type { Label } from '@nodp/terminology';

const TITLES: Readonly<Record<string, Label>> = {
  T: { en: 'T', zh: 'T' },
  N: { en: 'N', zh: 'N' },
  M: { en: 'M', zh: 'M' },
  grade: { en: 'grade', zh: '分级' },
  location: { en: 'location', zh: '部位' },
  psa: { en: 'PSA', zh: 'PSA' },
  grade_group: { en: 'grade group', zh: '分级分组' },
  s_category: { en: 'S category', zh: 'S分类' },
  her2: { en: 'HER2', zh: 'HER2' },
  er: { en: 'ER', zh: 'ER' },
  pr: { en: 'PR', zh: 'PR' },
  oncotype_under_11: { en: 'Oncotype DX below 11', zh: 'Oncotype DX评分<11' },
  age: { en: 'age', zh: '年龄' },
  mitotic_rate: { en: 'mitotic rate', zh: '核分裂率' },
  b_category: { en: 'B category', zh: '血液受累（B分类）' },
  p16: { en: 'p16', zh: 'p16' },
  chapter: { en: 'chapter', zh: '章节' },
  edition: { en: 'edition', zh: '版本' },
  classification: { en: 'classification', zh: '分期类别' },
  siewert: { en: 'Siewert type', zh: 'Siewert分型' },
};

const VALUES_ZH: Readonly<Record<string, string>> = {
  negative: '阴性',
  positive: '阳性',
  low: '低',
  high: '高',
};

const TABLES: Readonly<Record<string, Label>> = {
  c: { en: 'clinical', zh: '临床' },
  p: { en: 'pathological', zh: '病理' },
  yp: { en: 'post-neoadjuvant', zh: '新辅助后' },
};

/** A value that decides between groups, as it is said: a classification by its name, all else as written. */
export const decidingValue = (value: string): Label => TABLES[value] ?? { en: value, zh: value };

/** What a category or a factor of a stage table is called. */
export const factorTitle = (name: string): Label => TITLES[name] ?? { en: name, zh: name };

/** A factor with its value as it was written. */
export const factorInWords = (name: string, value: string): Label => {
  const title = factorTitle(name);
  return {
    en: `${title.en} ${value}`,
    zh: `${title.zh} ${VALUES_ZH[value.toLowerCase()] ?? value}`,
  };
};
