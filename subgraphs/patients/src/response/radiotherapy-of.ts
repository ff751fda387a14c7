import { codedOrNull, type SubgraphContext } from '@nodp/graph';
import { type AssessedRadiotherapy, radiotherapyOfRecord } from '@nodp/oncology';
import type {
  FailurePosition,
  FirstFailure,
  IrradiatedLesion,
  RadiotherapyResponse,
} from '../generated/resolvers.ts';
import { type RadiotherapyVolumeModel, volumeRows } from '../kinds/radiotherapy-volume/resolver.ts';
import { NOT_GIVEN } from '../kinds/treatment/not-given.ts';
import { citedRule } from '../surveillance/cited-rule.ts';
import type { SentLesion } from './sent-lesions.ts';

interface Rules {
  /** Ids of the rules in force. */
  readonly rules: ReadonlySet<string>;
  readonly confirmed: ReadonlySet<string>;
}

const POSITIONS = {
  'in field': 'IN_FIELD',
  marginal: 'MARGINAL',
  outside: 'OUTSIDE',
  'not known': 'NOT_KNOWN',
} as const satisfies Record<string, FailurePosition>;

/** SNOMED CT: structure of a lymph node. */
const NODE = '59441001';

const volumeOf = ({ siteSystem, siteCode, siteDisplay, lesions }: RadiotherapyVolumeModel) => ({
  code: siteCode,
  words: codedOrNull(siteSystem, siteCode, siteDisplay)?.label ?? null,
  node: siteCode === NODE,
  lesions,
});

const lesionOf = ({
  lesion,
  by,
  outcome,
  explanation,
}: NonNullable<AssessedRadiotherapy['lesions']>[number]): IrradiatedLesion => ({
  ...{ lesion, by },
  best: outcome?.best ?? null,
  failedOn: outcome?.failedOn ?? null,
  controlledUntil: outcome?.controlledUntil ?? null,
  visits: [...(outcome?.visits ?? [])],
  explanation: [...explanation],
});

const failureOf = ({
  on,
  positions,
  explanation,
}: NonNullable<AssessedRadiotherapy['firstFailure']>): FirstFailure => ({
  on,
  positions: positions.map((one) => POSITIONS[one]),
  explanation: [...explanation],
});

type Course = Omit<RadiotherapyResponse, 'institution'> & {
  readonly institution: { readonly institutionId: string };
};

const courseOf = (
  volumes: readonly RadiotherapyVolumeModel[],
  lesions: readonly SentLesion[],
  { rules, confirmed }: Rules,
): Course[] => {
  const [one] = volumes;
  const end = volumes
    .flatMap(({ endedOn, endedPrecision }) => (endedPrecision === 'day' ? (endedOn ?? []) : []))
    .toSorted()
    .at(-1);
  if (one?.startedOn == null || one.startedPrecision !== 'day' || end === undefined) return [];
  const assessed = radiotherapyOfRecord({
    ...{ start: one.startedOn, end, inForce: rules },
    volumes: volumes.map(volumeOf),
    seen: lesions.filter(({ group }) => group.split(' ')[0] === one.institutionId),
  });
  if (assessed.rules.length === 0) return [];
  return [
    {
      course: `${one.institutionId} ${one.courseSourceId}`,
      institution: { institutionId: one.institutionId },
      ...{ startedOn: one.startedOn, endedOn: end },
      lesions: assessed.lesions?.map(lesionOf) ?? null,
      firstFailure: assessed.firstFailure === null ? null : failureOf(assessed.firstFailure),
      rules: assessed.rules.flatMap((id) => citedRule(id, null, confirmed) ?? []),
    },
  ];
};

/** How lesions answered each course of radiotherapy that was given, latest first. */
export const radiotherapyOf = async (
  patientId: string,
  lesions: readonly SentLesion[],
  rules: Rules,
  context: SubgraphContext,
): Promise<Course[]> => {
  const volumes = await context.once(volumeRows).load(patientId);
  return [
    ...Map.groupBy(
      volumes.filter(({ status }) => !NOT_GIVEN.has(status)),
      ({ institutionId, courseSourceId }) => `${institutionId} ${courseSourceId}`,
    ).values(),
  ].flatMap((course) => courseOf(course, lesions, rules));
};
