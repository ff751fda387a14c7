import type { Label } from '@nodp/terminology';
import { printedUnit } from '@nodp/terminology/printed-unit';
import { gcig } from '../marker-alerts/ca125.ts';
import { calcitonin } from '../marker-alerts/calcitonin.ts';
import { figoHcg } from '../marker-alerts/hcg.ts';
import type { Judgement } from '../marker-alerts/judgement.ts';
import { isOver, measured, type Point } from '../marker-alerts/points.ts';
import { afterProstatectomy, phoenix, underCastration } from '../marker-alerts/psa.ts';
import { ceawatch, facs, twiceOver, twoRises } from '../marker-alerts/rises.ts';
import { type MarkerContext, type ReadCourse, readCourse } from './course.ts';
import type { Marker } from './markers.ts';

/** Raised whenever the same input gives another answer. */
export const MARKER_COURSE_VERSION = 2;

export type AlertRuleId =
  | 'psa-phoenix'
  | 'psa-prostatectomy'
  | 'psa-castration'
  | 'ca125-gcig'
  | 'cea-ceawatch'
  | 'cea-facs'
  | 'afp-liver'
  | 'pivka-liver'
  | 'hcg-figo'
  | 'calcitonin-doubling'
  | 'ebv-dna'
  | 'marker-twice-over';

export type CourseState = 'alert' | 'pending' | 'quiet' | 'not-judged';

export interface JudgedCourse {
  readonly state: CourseState;
  /** The rule that decided; of what is quiet the first that was asked; null where none is for the marker. */
  readonly rule: AlertRuleId | null;
  readonly judgement: Judgement | null;
  readonly course: ReadCourse;
  readonly notes: readonly Label[];
}

const l = (en: string, zh: string): Label => ({ en, zh });

type Asked = readonly [AlertRuleId, Judgement];

/** Site groups and names of cancers by which rules differ. */
const isOf = (cancer: string | null, ...names: readonly string[]): boolean =>
  cancer !== null && names.some((name) => cancer.toLowerCase().includes(name));

const psaRules = (points: readonly Point[], { anchor, castration }: MarkerContext): Asked[] => {
  if (castration) return [['psa-castration', underCastration(points)]];
  if (anchor === null) return [];
  return anchor.kind === 'operation'
    ? [['psa-prostatectomy', afterProstatectomy(points, anchor.date)]]
    : [['psa-phoenix', phoenix(points)]];
};

const limitOf = (marker: Marker, smoker: boolean | null): number | null =>
  smoker === true ? (marker.upperLimitOfSmokers ?? marker.upperLimit) : marker.upperLimit;

const rulesOf = (
  marker: Marker,
  cancer: string | null,
  { points, before }: ReadCourse,
  context: MarkerContext,
): Asked[] => {
  const { anchor } = context;
  const unit = printedUnit(marker.unit);
  switch (marker.id) {
    case 'PSA':
      return psaRules(points, context);
    case 'CEA':
      return [
        ['cea-ceawatch', ceawatch(points)],
        ['cea-facs', facs(points)],
      ];
    case 'CA125':
      return [
        [
          'ca125-gcig',
          gcig(points, {
            limit: marker.upperLimit ?? 35,
            preTreatment: before?.value ?? null,
            normalised: null,
          }),
        ],
      ];
    case 'AFP':
      return isOf(cancer, 'liver', 'hepat')
        ? [['afp-liver', twoRises(points, 20, 400, unit)]]
        : [['marker-twice-over', twiceOver(points, 20, unit)]];
    case 'PIVKA-II':
      return [['pivka-liver', twoRises(points, 40, null, unit)]];
    case 'hCG':
      return isOf(cancer, 'troph', 'placenta', 'gestational')
        ? [['hcg-figo', figoHcg(points, anchor?.date ?? null)]]
        : [['marker-twice-over', twiceOver(points, 5, unit)]];
    case 'calcitonin':
      return [['calcitonin-doubling', calcitonin(points)]];
    case 'EBV DNA':
      return [['ebv-dna', twiceOver(points, 0, unit)]];
    case 'LDH':
    case 'CA15-3':
      return [];
    default: {
      const limit = limitOf(marker, context.smoker);
      return limit === null ? [] : [['marker-twice-over', twiceOver(points, limit, unit)]];
    }
  }
};

/** Why the marker is not judged at all in this patient; null where it is. */
const notJudged = (
  marker: Marker,
  points: readonly Point[],
  context: MarkerContext,
): Label | null => {
  if (marker.id === 'LDH')
    return l('Not specific: LDH is never an alert on its own.', '特异性差：LDH不单独构成提示。');
  if (marker.id === 'CA15-3')
    return l(
      'Not recommended for surveillance after primary treatment (ASCO).',
      '不推荐用于初始治疗后的监测（ASCO）。',
    );
  if (marker.id === 'CA19-9') {
    const all = measured(points);
    if (
      context.lewisNegative === true ||
      (points.length >= 2 &&
        points.every(({ value }) => value <= 2) &&
        all.every(({ value }) => value < 2))
    )
      return l(
        'CA19-9 cannot be used: always under 2 U/mL, as in people who are Lewis-negative.',
        'CA19-9不可用：始终<2 U/mL，符合Lewis抗原阴性。',
      );
  }
  if (marker.id === 'thyroglobulin' && context.antiThyroglobulin === true)
    return l(
      'Antibodies against thyroglobulin: its value cannot be used; follow the antibodies.',
      '抗甲状腺球蛋白抗体阳性：其数值不可用，应随访抗体变化。',
    );
  if (marker.id === 'thyroglobulin' && context.thyroidRemoved === false)
    return l(
      'A part of the thyroid was left: its limit holds after total thyroidectomy alone.',
      '保留了部分甲状腺：其界值仅适用于甲状腺全切除术后。',
    );
  if (marker.id === 'PSA' && context.anchor === null && !context.castration)
    return l(
      'Neither a prostatectomy nor radiotherapy is recorded from which a rule would count.',
      '未记录前列腺切除术或放疗，无法确定判断起点。',
    );
  return null;
};

/** What makes a rise doubtful on the day it is judged; null where nothing recorded does. */
const confounder = (
  marker: Marker,
  date: string,
  { vitaminKAntagonist, bilirubinRaised }: MarkerContext,
): Label | null => {
  if (
    marker.id === 'PIVKA-II' &&
    vitaminKAntagonist.some(({ from, to }) => date >= from && (to === null || date <= to))
  )
    return l(
      'Under a vitamin K antagonist PIVKA-II is not valid: no alert.',
      '服用维生素K拮抗剂期间PIVKA-II无效：不提示。',
    );
  const jaundiced = bilirubinRaised.some(
    (day) => Math.abs(Date.parse(day) - Date.parse(date)) <= 14 * 86_400_000,
  );
  if ((marker.id === 'CA19-9' || marker.id === 'PIVKA-II') && jaundiced)
    return l(
      'Bilirubin was raised within two weeks of it: repeat when it is normal.',
      '前后两周内胆红素升高：待其正常后复查。',
    );
  return null;
};

/**
 * What the rules say of a marker's course in one patient. One isolated rise is pending; what a recorded confounder explains
 * is pending too, with that reason.
 */
export const judgeCourse = (
  marker: Marker,
  cancer: string | null,
  points: readonly Point[],
  context: MarkerContext,
): JudgedCourse => {
  const course = readCourse(marker, points, context);
  const because = notJudged(marker, points, context);
  if (because !== null)
    return {
      state: 'not-judged',
      rule: null,
      judgement: null,
      course,
      notes: [...course.notes, because],
    };
  const asked = rulesOf(marker, cancer, course, context);
  const [rule, judgement] =
    asked.find(([, { alert }]) => alert) ??
    asked.find(([, { pending }]) => pending) ??
    asked[0] ??
    [];
  if (rule === undefined || judgement === undefined)
    return {
      state: 'not-judged',
      rule: null,
      judgement: null,
      course,
      notes: [...course.notes, l('No rule is for this marker here.', '此情形无适用规则。')],
    };
  const doubt =
    judgement.alert && judgement.date !== null
      ? confounder(marker, judgement.confirmed ?? judgement.date, context)
      : null;
  const smoking =
    marker.id === 'CEA' &&
    judgement.alert &&
    context.smoker === true &&
    judgement.to !== null &&
    !isOver(judgement.to.value, marker.upperLimitOfSmokers ?? 10)
      ? l(
          'A smoker, and the value is within the limit of smokers (10 ng/mL).',
          '吸烟者，且数值未超过吸烟者上限（10 ng/mL）。',
        )
      : null;
  return {
    state:
      judgement.alert && doubt === null
        ? 'alert'
        : judgement.alert || judgement.pending
          ? 'pending'
          : 'quiet',
    rule,
    judgement,
    course,
    notes: [
      ...course.notes,
      ...(doubt === null ? [] : [doubt]),
      ...(smoking === null ? [] : [smoking]),
    ],
  };
};
