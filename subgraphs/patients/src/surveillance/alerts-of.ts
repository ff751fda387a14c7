import {
  clinicalRuleOf,
  nationalDay,
  RECURRENCE_SURVEY_VERSION,
  type Survey,
  survey,
} from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import { v7 as uuidv7 } from 'uuid';
import { type SurveyedRow, surveyedOf } from './surveyed-rows.ts';

/** An alert as `patients.store_alerts` takes it. */
export interface NewAlert {
  readonly id: string;
  readonly marker: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly roseOn: string;
  readonly fromOn: string | null;
  readonly fromValue: number | null;
  readonly toOn: string;
  readonly toValue: number;
  readonly unit: string;
  readonly lastOn: string;
  readonly explanation: readonly Label[];
  readonly couldBe: readonly Label[];
  readonly next: Label;
}

export interface StoredSurvey {
  readonly patientId: string;
  readonly closed: 'death' | 'recurrence' | null;
  readonly alerts: readonly NewAlert[];
}

/** The rule of the whole course: a marker without a rule of its own is judged under it. */
export const SURVEILLANCE_RULE = 'marker-surveillance';

/** Which rule of the list stands for one that decided. */
export const listedRule = (rule: string): string =>
  clinicalRuleOf(rule) === null ? SURVEILLANCE_RULE : rule;

const nextOf = ({ schedule }: Survey): Label =>
  schedule === null
    ? {
        en: 'Next: repeat the marker and examine for recurrence. No schedule is known for this cancer.',
        zh: '下一步：复查该标志物并检查有无复发。此癌种暂无随访方案。',
      }
    : {
        en: `Next: imaging and examinations of the schedule “${schedule.title.en}” at once instead of when due: ${schedule.examinations.map(({ what }) => what.en).join('; ')}.`,
        zh: `下一步：提前进行“${schedule.title.zh}”方案的检查：${schedule.examinations.map(({ what }) => what.zh).join('；')}。`,
      };

/**
 * What a patient's records make of alerts.
 * @param inForce ids of the rules that the clinical board has switched on
 */
export const alertsOf = (
  row: SurveyedRow,
  inForce: ReadonlySet<string>,
  now: Date,
): StoredSurvey => {
  const found = survey(surveyedOf(row), nationalDay(now));
  const closed = found.settled;
  const alerts =
    // What is recorded already needs no alert.
    closed !== null
      ? []
      : found.markers.flatMap(
          ({ state, rule, judgement, marker, course, all, notes }): NewAlert[] => {
            const to = judgement?.to;
            if (state !== 'alert' || rule === null || judgement?.date == null || to == null)
              return [];
            const ruleId = listedRule(rule);
            if (!inForce.has(ruleId)) return [];
            return [
              {
                id: uuidv7(),
                marker: marker.id,
                ruleId,
                ruleVersion: clinicalRuleOf(ruleId)?.version ?? RECURRENCE_SURVEY_VERSION,
                roseOn: judgement.date,
                fromOn: judgement.from?.date ?? null,
                fromValue: judgement.from?.value ?? null,
                toOn: to.date,
                toValue: to.value,
                unit: marker.unit,
                lastOn:
                  [...course.points, ...all]
                    .map(({ date }) => date)
                    .toSorted()
                    .at(-1) ?? to.date,
                explanation: [...judgement.explanation, ...notes],
                couldBe: marker.falseAlarms,
                next: nextOf(found),
              },
            ];
          },
        );
  return { patientId: row.patientId, closed, alerts };
};
