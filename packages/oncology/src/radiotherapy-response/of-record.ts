import type { Label } from '@nodp/terminology';
import { lengthSeen } from '../recist/given-of-course.ts';
import type { LesionSeen } from '../recist/timepoints.ts';
import { type FieldPosition, type Place, type Placed, positionOf } from './field-position.ts';
import { type Failure, type FirstFailure, firstFailure } from './first-failure.ts';
import { FIRST_FAILURE, failureSentences } from './first-failure-rule.ts';
import {
  type LesionOutcome,
  lesionOutcome,
  outcomeSentences,
  type Seen,
} from './irradiated-lesion.ts';
import { IRRADIATED_LESION } from './irradiated-lesion-rule.ts';

/** A volume of a course, and the lesions that the plan names in it. */
export type IrradiatedVolume = Place & { readonly lesions: readonly string[] };

/** An irradiated lesion, how it is known to be one, and how it answered. */
export interface AssessedIrradiated {
  readonly lesion: string;
  readonly by: Label;
  /** Null where it was not seen before the treatment. */
  readonly outcome: LesionOutcome | null;
  readonly explanation: readonly Label[];
}

export interface AssessedRadiotherapy {
  /** Null where the rule is not in force. */
  readonly lesions: readonly AssessedIrradiated[] | null;
  /** Null where the rule is not in force. */
  readonly firstFailure: (FirstFailure & { readonly explanation: readonly Label[] }) | null;
  /** Ids of the rules that answered. */
  readonly rules: readonly string[];
}

const STATED = {
  IN_FIELD: 'in field',
  MARGINAL: 'marginal',
  OUTSIDE: 'outside',
} as const satisfies Record<string, FieldPosition>;

const WORDS: Readonly<Partial<Record<LesionSeen['state'], Seen['words']>>> = {
  PRESENT: 'present',
  PROGRESSED: 'progressed',
};

const seenOf = (one: LesionSeen): Seen => {
  const mm = lengthSeen(one);
  return {
    day: one.day,
    tenths: mm === null ? null : Math.round(mm * 10),
    words: WORDS[one.state] ?? null,
  };
};

/** Where a lesion lies against a course: what was recorded last of it, else the plan, else its site. */
const placedOf = (
  name: string,
  all: readonly LesionSeen[],
  volumes: readonly IrradiatedVolume[],
): Placed => {
  const stated = all.findLast(({ field }) => field != null)?.field ?? null;
  const {
    node = false,
    organCode = null,
    organ = null,
  } = all.find(({ organ }) => organ !== null) ?? all[0] ?? {};
  return positionOf(
    {
      ...{ name, node, code: organCode, words: organ, inside: null },
      stated: stated === null ? null : STATED[stated],
    },
    volumes,
  );
};

/** When a lesion failed: a new one on the day it was seen first, else its first progression; null where it did not. */
const failedOn = (
  all: readonly LesionSeen[],
  placed: Placed,
  course: { readonly start: string; readonly end: string },
): string | null => {
  const first = all.find(({ state }) => state !== 'EQUIVOCAL' && state !== 'NOT_EVALUABLE');
  if (first === undefined) return null;
  if (first.role === 'NEW' && first.day > course.start && first.state !== 'ABSENT')
    return first.day;
  const irradiated = placed.position === 'in field' || placed.position === 'marginal';
  const outcome = lesionOutcome({
    ...course,
    node: first.node,
    seen: all.map(seenOf),
    ...(irradiated ? {} : { reactionDays: 0 }),
  });
  return outcome?.failedOn ?? null;
};

/** A course of radiotherapy, and the lesions that its hospital follows. */
export interface FollowedCourse {
  /** First day and day of the last fraction, YYYY-MM-DD. */
  readonly start: string;
  readonly end: string;
  readonly volumes: readonly IrradiatedVolume[];
  readonly seen: readonly LesionSeen[];
}

/** Each lesion with where it lies against the course. */
const placedLesions = ({ volumes, seen }: Pick<FollowedCourse, 'volumes' | 'seen'>) => {
  const byLesion = Map.groupBy(
    seen.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ({ lesion }) => lesion,
  );
  return [...byLesion].map(([lesion, all]) => ({
    ...{ lesion, all },
    placed: placedOf(lesion, all, volumes),
  }));
};

const failuresOf = (
  placed: ReturnType<typeof placedLesions>,
  course: Pick<FollowedCourse, 'start' | 'end'>,
): Failure[] =>
  placed.flatMap(({ lesion, all, placed: where }) => {
    const date = failedOn(all, where, course);
    return date === null ? [] : [{ lesion, date, ...where }];
  });

/** How long the treated volume is known to have been controlled, and when it was not any more. */
export interface LocalControl {
  /** The first failure in the field or at its margin; null where none is recorded. */
  readonly failedOn: string | null;
  /** The last day on which a lesion was examined after the course. */
  readonly followedTo: string;
}

const isLocal = ({ position }: Failure): boolean =>
  position === 'in field' || position === 'marginal';

/**
 * Local control after a course: until the first failure in the field or at its margin (by the rules of the irradiated lesion and of
 * the first failure); one elsewhere does not end it. Null where no lesion was examined after the last fraction: nothing is known.
 */
export const localControlOfRecord = (course: FollowedCourse): LocalControl | null => {
  const days = course.seen.flatMap(({ day, state }) =>
    day > course.end && state !== 'NOT_EVALUABLE' ? [day] : [],
  );
  const followedTo = days.toSorted().at(-1);
  if (followedTo === undefined) return null;
  const local = failuresOf(placedLesions(course), course).filter(isLocal);
  return { failedOn: firstFailure(local, course).on, followedTo };
};

/** How the lesions that one hospital follows answered a course of radiotherapy, and where it failed first. */
export const radiotherapyOfRecord = ({
  start,
  end,
  volumes,
  seen,
  inForce,
}: FollowedCourse & {
  /** Ids of the clinical rules in force. */
  readonly inForce: ReadonlySet<string>;
}): AssessedRadiotherapy => {
  const placed = placedLesions({ volumes, seen });
  const lesions = placed
    // What came after the treatment was not irradiated as a lesion.
    .filter(({ placed: { position }, all }) => position === 'in field' && all[0]?.role !== 'NEW')
    .toSorted((a, b) => a.lesion.localeCompare(b.lesion, 'en', { numeric: true }))
    .map(({ lesion, all, placed: { by } }): AssessedIrradiated => {
      const outcome = lesionOutcome({
        ...{ start, end, node: all[0]?.node ?? false },
        seen: all.map(seenOf),
      });
      return {
        ...{ lesion, by, outcome },
        explanation:
          outcome === null
            ? [
                {
                  en: 'The lesion was not seen before radiotherapy: there is no baseline.',
                  zh: '放疗前无该病灶记录：无基线。',
                },
              ]
            : outcomeSentences(outcome, end),
      };
    });
  const first = firstFailure(failuresOf(placed, { start, end }), { start, end });
  const [response, failure] = [inForce.has(IRRADIATED_LESION.id), inForce.has(FIRST_FAILURE.id)];
  return {
    lesions: response ? lesions : null,
    firstFailure: failure ? { ...first, explanation: failureSentences(first) } : null,
    rules: [...(response ? [IRRADIATED_LESION.id] : []), ...(failure ? [FIRST_FAILURE.id] : [])],
  };
};
