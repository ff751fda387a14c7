import { date, FieldError, flag, list, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import {
  BEST_RESPONSE_VERSION,
  confirmedBest,
  type Timepoint,
  unconfirmedBest,
} from './best-response.ts';
import { dayOf, responseOf, rowOf } from './read.ts';

const timepointsOf = (raw: readonly unknown[]): Timepoint[] =>
  raw.map((value, index) => {
    const where = `timepoints[${index}]`;
    const [day, response] = Array.isArray(value)
      ? value
      : [rowOf(value, where).date, rowOf(value, where).response];
    if (Array.isArray(value) && value.length !== 2)
      throw new FieldError(where, 'a date and a response are expected', '应有日期和疗效');
    return {
      date: dayOf(day, `${where}.date`),
      response: responseOf(response, `${where}.response`),
    };
  });

export const RECIST_BEST_RESPONSE = clinicalRule({
  id: 'recist-best-response',
  version: BEST_RESPONSE_VERSION,
  title: { en: 'RECIST 1.1: best overall response', zh: 'RECIST 1.1：最佳总体疗效' },
  source: 'Eisenhauer EA et al. Eur J Cancer 2009;45:228-47, table 3',
  mark: 'known',
  population: null,
  fields: {
    treatment_start: date(
      'baseline or start of treatment, from which stable disease counts',
      '基线或治疗开始日期',
    ),
    timepoints: list('overall responses: [["2025-02-26", "PR"], …]', '各次总体疗效列表'),
    min_sd_days: number(
      'days for which disease has to be stable (42)',
      '稳定所需最短天数（42）',
      0,
      1000,
      { integer: true },
    ),
    confirm_days: number(
      'days after which a response is confirmed (28)',
      '确认所需天数（28）',
      0,
      1000,
      { integer: true },
    ),
    new_treatment: date('first day of another anticancer treatment', '开始其他抗肿瘤治疗的日期', [
      'new_therapy',
      'new_treatment_date',
      'new_anticancer_treatment',
      'new_anticancer_therapy',
    ]),
    unconfirmed: flag('without confirmation, as in routine care', '不要求确认（常规诊疗）'),
  },
  names: ['bor_cases'],
  decide: (given) => {
    const { treatment_start: start, timepoints } = given;
    if (start === null || timepoints === null)
      return needs(missingOf(given, ['treatment_start', 'timepoints']));
    const protocol = {
      start: dayOf(start, 'treatment_start'),
      minimumStableDays: given.min_sd_days ?? 42,
      confirmationDays: given.confirm_days ?? 28,
      newTreatment:
        given.new_treatment === null ? null : dayOf(given.new_treatment, 'new_treatment'),
    };
    const visits = timepointsOf(timepoints);
    const confirmed = confirmedBest(visits, protocol);
    const unconfirmed = unconfirmedBest(visits, protocol);
    const chosen = given.unconfirmed === true ? unconfirmed : confirmed;
    const since =
      chosen.on === null
        ? { en: '', zh: '' }
        : { en: `, from ${chosen.on}`, zh: `，始于${chosen.on}` };
    return decided(chosen.best, [
      given.unconfirmed === true
        ? {
            en: `Best response, unconfirmed: ${chosen.best}${since.en}.`,
            zh: `最佳疗效（未确认）：${chosen.best}${since.zh}。`,
          }
        : {
            en: `Best response, confirmed: ${chosen.best}${since.en}.`,
            zh: `最佳疗效（已确认）：${chosen.best}${since.zh}。`,
          },
      ...(given.unconfirmed !== true && unconfirmed.best !== confirmed.best
        ? [
            {
              en: `Unconfirmed it would be ${unconfirmed.best}.`,
              zh: `未确认时为${unconfirmed.best}。`,
            },
          ]
        : []),
    ]);
  },
});
