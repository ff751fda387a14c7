import type { Label } from '@nodp/terminology';
import { millimetres } from './millimetres.ts';
import { type Course, daysBetween, type LesionSeen, type TimePoint } from './timepoints.ts';

/** What the rules are asked of the evaluations under one line of treatment. */
export interface GivenCourse {
  readonly baseline: readonly {
    readonly id: string;
    readonly node: boolean;
    readonly mm: number;
    readonly organ: string | null;
    readonly organ_zh: string | null;
    readonly organ_code: string | null;
    readonly modality: string | null;
    readonly slice_mm: number | null;
  }[];
  readonly hasNonTarget: boolean;
  readonly visits: readonly {
    readonly date: string;
    readonly target: Readonly<Record<string, number | null>>;
    readonly nontarget: 'CR' | 'non-CR/non-PD' | 'PD' | 'NE' | null;
    readonly new_lesion: boolean | 'equivocal';
  }[];
  readonly immune: readonly {
    readonly new_lesions: number;
    readonly new_sum_mm: number | null;
    readonly nontarget_worse: boolean;
  }[];
  readonly remarks: readonly Label[];
}

/** A length beyond this in tenths of a millimetre is no measurement. */
const LONGEST = 20_000;

/** In mm; too small to measure counts 5, gone 0. Null where it was not measured. */
export const lengthSeen = ({ state, tenths }: LesionSeen): number | null => {
  if (state === 'NOT_EVALUABLE' || (tenths !== null && (tenths < 0 || tenths > LONGEST)))
    return null;
  if (tenths !== null) return millimetres(tenths);
  if (state === 'TOO_SMALL') return 5;
  return state === 'ABSENT' ? 0 : null;
};

/** A node under 10 mm is normal, whatever else is seen of it. */
const isGone = (seen: LesionSeen): boolean =>
  seen.state === 'ABSENT' || (seen.node && seen.tenths !== null && seen.tenths < 100);

const nonTargetOf = (names: readonly string[], { seen }: TimePoint) => {
  const found = names.map((name) => seen.get(name));
  if (found.some((one) => one?.state === 'PROGRESSED')) return 'PD';
  const evaluated = found.filter((one) => one !== undefined && one.state !== 'NOT_EVALUABLE');
  // One that persists is enough to say so.
  if (evaluated.some((one) => one !== undefined && !isGone(one))) return 'non-CR/non-PD';
  return evaluated.length < found.length ? 'NE' : 'CR';
};

const newAt = ({ seen }: TimePoint, known: ReadonlySet<string>): LesionSeen[] =>
  [...seen.values()].filter(
    ({ role, state, lesion }) =>
      role === 'NEW' && state !== 'ABSENT' && state !== 'NOT_EVALUABLE' && !known.has(lesion),
  );

const sumOf = (lesions: readonly LesionSeen[]): number | null => {
  const lengths = lesions.map(lengthSeen);
  return lengths.length === 0 || lengths.includes(null)
    ? null
    : lengths.reduce<number>((sum, one) => sum + Math.round((one ?? 0) * 10), 0) / 10;
};

const grewFurther = (names: readonly string[], at: TimePoint, before: readonly TimePoint[]) =>
  names.some((name) => {
    const now = at.seen.get(name);
    const first = before.find(({ seen }) => seen.get(name)?.state === 'PROGRESSED')?.seen.get(name);
    return (
      now?.state === 'PROGRESSED' &&
      now.tenths !== null &&
      first?.tenths != null &&
      now.tenths > first.tenths
    );
  });

/** Lesions of which the method changed, those of the same methods in one sentence. */
const methodsOf = (course: Course, names: readonly string[]): Label[] => {
  const changed = names.flatMap((name) => {
    const methods = new Set(
      [course.baseline, ...course.visits].flatMap(({ seen }) => seen.get(name)?.modality ?? []),
    );
    return methods.size < 2 ? [] : [{ name, list: [...methods].join(', ') }];
  });
  return [...Map.groupBy(changed, ({ list }) => list)].map(([list, of]) => {
    const lesions = of.map(({ name }) => name);
    return {
      en: `${lesions.join(', ')} ${lesions.length === 1 ? 'was' : 'were'} measured by ${list}: RECIST asks for the same method.`,
      zh: `${lesions.join('、')}的测量方法不同（${list}）：RECIST要求方法一致。`,
    };
  });
};

const ofBaseline = ({ line, baseline, visits }: Course): Label[] => {
  if (line === null)
    return [
      {
        en: 'No line of systemic treatment begins near these examinations: the first is the baseline.',
        zh: '这些检查附近无系统治疗线的开始记录：以首次检查为基线。',
      },
    ];
  const days = daysBetween(baseline.day, line.start);
  if (days < 0)
    return [
      {
        en: `No lesion was measured before the treatment began on ${line.start}: the first examination under it is the baseline.`,
        zh: `治疗开始（${line.start}）前无病灶测量：以治疗中首次检查为基线。`,
      },
    ];
  return days > 28 && visits.length > 0
    ? [
        {
          en: `The baseline is ${days} days before the treatment: RECIST asks for 28 at most.`,
          zh: `基线早于治疗${days}天：RECIST要求不超过28天。`,
        },
      ]
    : [];
};

/** What was recorded of lesions, as the rules are asked. */
export const givenOf = (course: Course): GivenCourse => {
  const atBaseline = [...course.baseline.seen.values()];
  const targets = atBaseline.flatMap((seen) => {
    const mm = seen.role === 'TARGET' ? lengthSeen(seen) : null;
    return mm === null || mm === 0
      ? []
      : [
          {
            ...{ id: seen.lesion, node: seen.node, mm, modality: seen.modality },
            organ: seen.organ?.en ?? null,
            organ_zh: seen.organ?.zh ?? null,
            organ_code: seen.organCode ?? null,
            slice_mm: seen.slice == null ? null : millimetres(seen.slice),
          },
        ];
  });
  const counted = new Set(targets.map(({ id }) => id));
  // What was there at the baseline is not new after it.
  const nonTargets = atBaseline
    .filter(({ role, state }) => role !== 'TARGET' && state !== 'ABSENT')
    .map(({ lesion }) => lesion);
  const known = new Set(nonTargets);
  const later = new Set(
    [course.baseline, ...course.visits].flatMap(({ seen }) =>
      [...seen.values()]
        .filter(({ role, lesion }) =>
          role === 'TARGET' ? !counted.has(lesion) : role === 'NON_TARGET' && !known.has(lesion),
        )
        .map(({ lesion }) => lesion),
    ),
  );
  return {
    baseline: targets,
    hasNonTarget: nonTargets.length > 0,
    visits: course.visits.map((visit) => {
      const fresh = newAt(visit, known);
      return {
        date: visit.day,
        target: Object.fromEntries(
          targets.map(({ id }) => {
            const seen = visit.seen.get(id);
            return [id, seen === undefined ? null : lengthSeen(seen)];
          }),
        ),
        nontarget: nonTargets.length === 0 ? null : nonTargetOf(nonTargets, visit),
        new_lesion: fresh.some(({ state }) => state !== 'EQUIVOCAL')
          ? true
          : fresh.length > 0
            ? 'equivocal'
            : false,
      };
    }),
    immune: course.visits.map((visit, index) => {
      const fresh = newAt(visit, known).filter(({ state }) => state !== 'EQUIVOCAL');
      return {
        new_lesions: fresh.length,
        new_sum_mm: sumOf(fresh),
        nontarget_worse: grewFurther(nonTargets, visit, course.visits.slice(0, index)),
      };
    }),
    remarks: [
      ...ofBaseline(course),
      ...[...later].map((name) => ({
        en: `${name} was not measured, or not there, at the baseline: it is not counted.`,
        zh: `${name}在基线时未测量或不存在：不计入。`,
      })),
      ...methodsOf(course, [...counted]),
    ],
  };
};
