import { cumulativeColumns } from '../cumulative.ts';
import { cumulative } from '../cumulative-rate/measure.ts';
import type { Measure } from '../measure.ts';

/** 1 − exp(−cumulative rate), ages 0 to 74 (`cumulativeRate`). */
export const cumulativeRisk: Measure = {
  ...cumulative,
  label: { en: 'Cumulative risk, ages 0–74', zh: '累积风险（0–74岁）' },
  ofDeaths: { en: 'Cumulative risk of death, ages 0–74', zh: '累积死亡风险（0–74岁）' },
  sentence: {
    en: 'Each figure is how many of a hundred people would have the cancer before 75, at today’s rates, if nothing else ended their lives.',
    zh: '每个数字为在当前发病率下且不因其他原因死亡时，每百人在75岁前患该癌的人数。',
  },
  limits: {
    en: 'It is no forecast: rates change, and other causes of death come between.',
    zh: '并非预测：发病率会变化，且存在其他死因的竞争。',
  },
  answer: (material) => cumulativeColumns(material, 'risk'),
};
