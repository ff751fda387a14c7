import { dayOf, lengthOf, rowOf } from '../recist/read.ts';
import { date, FieldError, flag, list } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import {
  lesionOutcome,
  outcomeSentences,
  RADIOTHERAPY_RESPONSE_VERSION,
  type Seen,
} from './irradiated-lesion.ts';

const SEEN = ['present', 'progressed'] as const;

const seenOf = (raw: unknown, index: number): Seen => {
  const where = `measurements[${index}]`;
  const { date: day, mm, seen = null } = rowOf(raw, where);
  const words = SEEN.find((one) => one === seen) ?? null;
  if (seen !== null && words === null)
    throw new FieldError(
      `${where}.seen`,
      `“${String(seen)}” is none of ${SEEN.join(', ')}`,
      `“${String(seen)}”不属于${SEEN.join('、')}`,
    );
  return { day: dayOf(day, `${where}.date`), tenths: lengthOf(mm, `${where}.mm`), words };
};

export const IRRADIATED_LESION = clinicalRule({
  id: 'irradiated-lesion',
  version: RADIOTHERAPY_RESPONSE_VERSION,
  title: { en: 'Response of an irradiated lesion', zh: '受照射病灶的疗效' },
  source: 'Eisenhauer EA et al. (RECIST 1.1), Eur J Cancer 2009;45:228-47',
  mark: 'draft',
  population: null,
  fields: {
    radiotherapy_start: date('first day of radiotherapy', '放疗首日'),
    radiotherapy_end: date('day of the last fraction', '末次照射日期'),
    node: flag('whether it is a lymph node, measured by its short axis', '是否淋巴结（取短径）'),
    measurements: list(
      'of the lesion: [{"date": "2025-03-01", "mm": 34.5}]; mm may be “too small” or “gone”, seen “present” or “progressed” where nothing was measured',
      '病灶各次测量；mm可为“too small”或“gone”，未测量时seen为“present”或“progressed”',
    ),
  },
  outputs: ['best', 'failed_on', 'controlled_until', 'visits'],
  decide: (given) => {
    const { radiotherapy_start: start, radiotherapy_end: end, measurements } = given;
    if (start === null || end === null || measurements === null)
      return needs(missingOf(given, ['radiotherapy_start', 'radiotherapy_end', 'measurements']));
    const last = dayOf(end, 'radiotherapy_end');
    const outcome = lesionOutcome({
      node: given.node === true,
      start: dayOf(start, 'radiotherapy_start'),
      end: last,
      seen: measurements.map(seenOf),
    });
    if (outcome === null)
      return {
        ...{ value: null, missing: ['measurements'], notApplicable: null },
        explanation: [
          {
            en: 'The lesion was not seen before radiotherapy: there is no baseline.',
            zh: '放疗前无该病灶记录：无基线。',
          },
        ],
      };
    return decided(
      {
        best: outcome.best,
        failed_on: outcome.failedOn,
        controlled_until: outcome.controlledUntil,
        visits: outcome.visits.map((one) => ({
          date: one.date,
          response: one.response,
          change_pct: one.change,
          weeks_after: one.weeksAfter,
          early: one.early,
        })),
      },
      outcomeSentences(outcome, last),
    );
  },
});
