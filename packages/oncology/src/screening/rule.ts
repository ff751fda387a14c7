import type { Label } from '@nodp/terminology';
import { choice, date, text } from '../registry/fields.ts';
import { clinicalRule, decided, needs, notFor } from '../registry/rule.ts';
import { courseOf, isIntervalCancer, type NotJudged, type Step } from './course.ts';
import type { ProgrammeId } from './programme.ts';
import { SCREENING_PROGRAMMES } from './programmes.ts';

/** Raised whenever the same input gives another answer. */
const SCREENING_COURSE_VERSION = 2;

/** Where a person stands, in words. */
export const SCREENING_STEPS = {
  'not-invited': { en: 'not invited', zh: '未邀请' },
  invited: { en: 'invited, not attended', zh: '已邀请，未参加' },
  'result-awaited': {
    en: 'tested, no result that the scale knows',
    zh: '已检查，尚无可识别的结果',
  },
  'repeat-awaited': { en: 'the test says nothing: to be repeated', zh: '检查无法判定，须重复' },
  declined: { en: 'opted out', zh: '已拒绝筛查' },
  negative: { en: 'negative', zh: '阴性' },
  recalled: { en: 'positive, recalled to a test', zh: '阳性，须按期复查' },
  'work-up-awaited': { en: 'positive, work-up for a diagnosis', zh: '阳性，须进一步诊断检查' },
  diagnosed: { en: 'cancer diagnosed', zh: '已确诊癌症' },
} as const satisfies Record<Step, Label>;

/** Why something cannot be judged, in words. */
export const SCREENING_CANNOT = {
  'no-result': { en: 'no result', zh: '无结果' },
  'unknown-result': { en: 'the result is none of the scale', zh: '结果不属于该分级' },
  'no-interval': { en: 'no source was found for the interval', zh: '未找到间隔的来源' },
  'no-test': { en: 'no test', zh: '无检查' },
  'no-day': { en: 'the day is not known', zh: '日期未精确到日' },
} as const satisfies Record<NotJudged, Label>;

const isDay = (written: string | null): boolean => written === null || written.length === 10;

export const SCREENING_COURSE = clinicalRule({
  id: 'screening-course',
  version: SCREENING_COURSE_VERSION,
  title: {
    en: 'Screening: where a person stands, recall and interval cancer',
    zh: '筛查：所处环节、召回与间期癌',
  },
  source: 'Results and intervals by each programme’s own sources',
  sourceInChinese: '结果与间隔依据各筛查项目自身的来源',
  mark: 'draft',
  population: null,
  fields: {
    programme: choice('programme', '筛查项目', Object.keys(SCREENING_PROGRAMMES)),
    today: date('day of the question', '判定日期'),
    invited_on: date('day of the invitation', '邀请日期'),
    test: text(
      'test: ldct, imaging, fit, hpv, cytology …; the programme’s own where it has one',
      '检查：ldct、imaging、fit、hpv、cytology等；项目仅一项时可不填',
    ),
    tested_on: date('day of the last test', '最近一次检查日期'),
    result: text(
      'its result, as the scale writes it: 4A, NILM, positive',
      '检查结果，按分级写法：4A、NILM、positive',
    ),
    diagnosed_on: date('day of the diagnosis of the programme’s cancer', '该癌种确诊日期'),
    died_on: date('day of death', '死亡日期'),
  },
  outputs: ['step', 'due', 'overdue', 'interval_cancer'],
  decide: (given) => {
    const { today, invited_on, tested_on, result, diagnosed_on, died_on } = given;
    if (given.programme === null) return needs(['programme']);
    if (today === null) return needs(['today']);
    if (result !== null && tested_on === null) return needs(['tested_on']);
    if (![today, invited_on, tested_on, diagnosed_on, died_on].every(isDay))
      return notFor('Days are needed whole: 2025-03-14.', '日期须精确到日，如2025-03-14。');
    const programme = SCREENING_PROGRAMMES[given.programme as ProgrammeId];
    const [only, second] = programme.tests;
    const test = given.test ?? (second === undefined ? only?.id : undefined);
    if (tested_on !== null && test === undefined) return needs(['test']);
    const tests = tested_on === null || test === undefined ? [] : [{ test, on: tested_on, result }];
    const person = {
      ...{ tests, diagnosed: diagnosed_on, died: died_on },
      invited: invited_on === null ? [] : [invited_on],
    };
    const { step, due, overdue } = courseOf(programme, person, today);
    const interval = isIntervalCancer(programme, person);
    const dueOn = 'value' in due ? due.value : null;
    const cannot = 'cannot' in due && tests.length > 0 ? SCREENING_CANNOT[due.cannot] : null;
    return decided(
      {
        ...{ step, due: dueOn, overdue },
        interval_cancer: 'value' in interval ? interval.value : null,
      },
      [
        {
          en: `${programme.title.en}: ${SCREENING_STEPS[step].en}.`,
          zh: `${programme.title.zh}：${SCREENING_STEPS[step].zh}。`,
        },
        ...(dueOn === null
          ? cannot === null
            ? []
            : [
                {
                  en: `When the next test is due cannot be told: ${cannot.en}.`,
                  zh: `无法判定下次检查日期：${cannot.zh}。`,
                },
              ]
          : [
              {
                en: `The next test is due on ${dueOn}${overdue ? ': overdue' : ''}.`,
                zh: `下次检查应于${dueOn}${overdue ? '：已逾期' : ''}。`,
              },
            ]),
        ...(diagnosed_on === null
          ? []
          : [
              'cannot' in interval
                ? {
                    en: `Whether it is an interval cancer cannot be judged: ${SCREENING_CANNOT[interval.cannot].en}.`,
                    zh: `无法判定是否为间期癌：${SCREENING_CANNOT[interval.cannot].zh}。`,
                  }
                : interval.value
                  ? {
                      en: 'An interval cancer: after a negative test, before the next was due.',
                      zh: '间期癌：阴性检查之后、下次检查到期之前确诊。',
                    }
                  : { en: 'No interval cancer.', zh: '非间期癌。' },
            ]),
      ],
    );
  },
});
