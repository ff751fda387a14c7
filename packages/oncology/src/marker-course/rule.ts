import { pointsOf } from '../marker-alerts/points.ts';
import { dayOf } from '../recist/read.ts';
import { date, FieldError, flag, list, text } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { NOBODY_SAYS, type Span } from './course.ts';
import { declineAfter, EXPECTED_DECLINE_VERSION } from './expected-decline.ts';
import { judgeCourse, MARKER_COURSE_VERSION } from './judge-course.ts';
import { markerOf } from './marker-lookup.ts';
import { MARKERS } from './markers.ts';

const spansOf = (raw: readonly unknown[] | null, name: string): Span[] =>
  (raw ?? []).map((entry, index) => {
    const { from, to } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const where = `${name}[${index}]`;
    return {
      from: dayOf(from, where),
      to: to === undefined || to === null ? null : dayOf(to, where),
    };
  });

const markerNamed = (name: string) => {
  const found = markerOf(name);
  if (found === null)
    throw new FieldError(
      'marker',
      `“${name}” is none of ${MARKERS.map(({ id }) => id).join(', ')}`,
      `“${name}”不属于${MARKERS.map(({ id }) => id).join('、')}`,
    );
  return found;
};

const points = list(
  'values: [{"date": "2024-04-06", "value": 4.8, "unit": "ng/mL", "assay": "Roche"}, …]; “<0.5” is no point',
  '检测值列表（可含单位及检测方法）；“<0.5”不计',
);

export const MARKER_SURVEILLANCE = clinicalRule({
  id: 'marker-surveillance',
  version: MARKER_COURSE_VERSION,
  title: { en: 'Tumour marker in surveillance', zh: '肿瘤标志物监测' },
  source:
    'AUA 2007; ASTRO (Phoenix) 2006; PCWG3 2016; GCIG 2011; CEAwatch 2015; FACS 2014; HCC guidelines of China 2024 and Japan; FIGO 2018; ATA 2015; CSCO',
  sourceInChinese:
    'AUA 2007；ASTRO（Phoenix）2006；PCWG3 2016；GCIG 2011；CEAwatch 2015；FACS 2014；中国（2024年版）及日本肝癌诊疗指南；FIGO 2018；ATA 2015；CSCO指南',
  mark: 'known',
  population: null,
  fields: {
    marker: text('marker: CEA, PSA, CA125 …, or its LOINC code', '标志物名称或LOINC代码'),
    cancer: text('site of the cancer: colorectum, liver, prostate …', '肿瘤部位'),
    points,
    operation: date('day of the operation', '手术日期'),
    radiotherapy_end: date('last day of radiotherapy', '放疗结束日期'),
    chemotherapy: list('courses: [{"from": …, "to": …}]', '化疗时段列表'),
    vitamin_k_antagonist: list(
      'when one was taken: [{"from": …, "to": …}]',
      '服用维生素K拮抗剂时段',
    ),
    bilirubin_raised: list('days on which bilirubin was raised', '胆红素升高的日期'),
    smoker: flag('smokes', '吸烟'),
    lewis_negative: flag('Lewis-negative', 'Lewis抗原阴性'),
    anti_thyroglobulin: flag('antibodies against thyroglobulin', '抗甲状腺球蛋白抗体阳性'),
    total_thyroidectomy: flag(
      'whole thyroid removed (no: thyroglobulin is not judged)',
      '甲状腺已全切除（否：甲状腺球蛋白不作判断）',
    ),
    castration: flag('under castration', '去势治疗中'),
  },
  outputs: ['state', 'rule', 'date', 'restarted', 'repeat_by'],
  names: ['marker surveillance'],
  decide: (given) => {
    if (given.marker === null || given.points === null)
      return needs(missingOf(given, ['marker', 'points']));
    const anchor =
      given.operation !== null
        ? { kind: 'operation' as const, date: dayOf(given.operation, 'operation') }
        : given.radiotherapy_end !== null
          ? {
              kind: 'radiotherapy' as const,
              date: dayOf(given.radiotherapy_end, 'radiotherapy_end'),
            }
          : null;
    const { state, rule, judgement, course, notes } = judgeCourse(
      markerNamed(given.marker),
      given.cancer,
      pointsOf(given.points),
      {
        ...NOBODY_SAYS,
        anchor,
        chemotherapy: spansOf(given.chemotherapy, 'chemotherapy'),
        vitaminKAntagonist: spansOf(given.vitamin_k_antagonist, 'vitamin_k_antagonist'),
        bilirubinRaised: (given.bilirubin_raised ?? []).map((day, i) =>
          dayOf(day, `bilirubin_raised[${i}]`),
        ),
        smoker: given.smoker,
        lewisNegative: given.lewis_negative,
        antiThyroglobulin: given.anti_thyroglobulin,
        thyroidRemoved: given.total_thyroidectomy,
        castration: given.castration === true,
      },
    );
    return decided(
      {
        state,
        rule,
        date: judgement?.date ?? null,
        restarted: course.restarted,
        repeat_by: judgement?.repeatBy ?? null,
      },
      [...(judgement?.explanation ?? []), ...notes],
    );
  },
});

export const EXPECTED_DECLINE = clinicalRule({
  id: 'expected-decline',
  version: EXPECTED_DECLINE_VERSION,
  title: { en: 'Expected decline of a marker after resection', zh: '切除后标志物预期下降' },
  source: 'value₀ · 2^(−t/t½); half-lives of each marker',
  sourceInChinese: '初值 × 2^(−t/t½)；各标志物半衰期',
  mark: 'known',
  population: null,
  fields: {
    marker: text('marker', '标志物'),
    operation: date('day of the operation', '手术日期'),
    points,
  },
  outputs: ['slow'],
  names: ['expected decline'],
  decide: (given) => {
    const { marker, points: raw } = given;
    if (marker === null || given.operation === null || raw === null)
      return needs(missingOf(given, ['marker', 'operation', 'points']));
    const operation = dayOf(given.operation, 'operation');
    const course = pointsOf(raw);
    const before = course.findLast(({ date: on, below }) => !below && on <= operation);
    if (before === undefined) return needs(['points before the operation']);
    const after = declineAfter(markerNamed(marker), before, operation, course);
    return decided(
      after.some(({ slow }) => slow),
      after.map(({ date: on, value, expected, halfLife, slow }) => ({
        en: `${on}: ${value}, expected ${expected.toFixed(2)}${halfLife === null ? ', not fallen' : `, halved in ${halfLife.toFixed(1)} days`}${slow ? ': slower than twice the half-life, disease may be left' : ''}.`,
        zh: `${on}：${value}，预期${expected.toFixed(2)}${halfLife === null ? '，未下降' : `，半衰期${halfLife.toFixed(1)}天`}${slow ? '：慢于半衰期的2倍，可能有残留' : ''}。`,
      })),
    );
  },
});
