import { codesMeaning } from '../../criterion/codes.ts';
import { event } from '../../criterion/event.ts';
import { TREND_LABELS, TRENDS, type Trend } from './form.ts';

export const meaning = codesMeaning<Trend>({
  isKnown: (code) => TRENDS.includes(code as Trend),
  label: (trend) => TREND_LABELS[trend],
  before: { en: 'disease assessed as ', zh: '病情评估为' },
  where: (trends) => event('outcomes', { trend: trends }),
});
