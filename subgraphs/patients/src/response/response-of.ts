import { encodeId, type SubgraphContext } from '@nodp/graph';
import { type AssessedCourse, type GivenTreatment, responseOfRecord } from '@nodp/oncology';
import { drug as drugOf } from '@nodp/terminology/drugs';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { NOT_GIVEN } from '../kinds/treatment/not-given.ts';
import { treatmentRows } from '../kinds/treatment/rows.ts';
import type { TumourModel } from '../kinds/tumour/model.ts';
import { namesAnother } from '../kinds/tumour/names-another.ts';
import { primaryReports, reportsOf } from '../kinds/tumour/reports-of.ts';
import { tumourRows } from '../kinds/tumour/rows.ts';
import { morphologyOf, saidOf } from '../kinds/tumour/said-of.ts';
import { confirmedRules, inForce } from '../rules/rule-rows.ts';
import { citedRule } from '../surveillance/cited-rule.ts';
import { radiotherapyOf } from './radiotherapy-of.ts';
import type { SentLesion } from './sent-lesions.ts';

const RULE = 'recist-response';

type Treatment = Awaited<ReturnType<ReturnType<typeof treatmentRows>['load']>>[number];

/** Drugs against the tumour that were given from a day that is known. */
const givenFor = (
  rows: readonly Treatment[],
  tumour: TumourModel | null,
  tumours: readonly TumourModel[],
): GivenTreatment[] => {
  const isOfAnother =
    tumour === null ? () => false : namesAnother(reportsOf(tumour, tumours), tumours);
  return rows.flatMap((row) => {
    const known = row.drug === null ? null : drugOf(row.drug);
    if (
      row.kind !== 'SYSTEMIC' ||
      row.startedOn === null ||
      row.startedPrecision !== 'day' ||
      NOT_GIVEN.has(row.status) ||
      known?.modality === 'supportive' ||
      isOfAnother(row)
    )
      return [];
    return [
      {
        start: row.startedOn,
        end: row.endedOn,
        line: row.line,
        immune: known?.drugClass === 'immune checkpoint inhibitor',
      },
    ];
  });
};

/**
 * The tumour that a lesion is of: the one named when it was entered, or its hospital's; else the only primary there is. Of a
 * primary that several hospitals report its first report.
 */
const tumourOf = (
  { group, tumour }: Pick<SentLesion, 'group' | 'tumour'>,
  tumours: readonly TumourModel[],
): TumourModel | null => {
  const [institution = '', ...rest] = group.split(' ');
  const source = rest.join(' ');
  const said = tumours.find((one) =>
    tumour === null
      ? source !== '' && one.sourceId === source && one.institutionId === institution
      : encodeId('Tumour', one.patientId, one.id) === tumour,
  );
  if (said !== undefined) return reportsOf(said, tumours)[0] ?? said;
  const [only, ...others] = primaryReports(tumours);
  return others.length === 0 ? (only?.[0] ?? null) : null;
};

/** Lesions that one hospital follows of one tumour, whichever way it said which: RECIST counts them together. */
const groupsOf = (lesions: readonly SentLesion[], tumours: readonly TumourModel[]) => {
  const placed = lesions.map((lesion) => ({
    lesion,
    institutionId: lesion.group.split(' ')[0] ?? '',
    tumour: tumourOf(lesion, tumours),
  }));
  return [
    ...Map.groupBy(
      placed,
      ({ lesion, institutionId, tumour }) =>
        `${institutionId} ${tumour?.id ?? lesion.tumour ?? lesion.group}`,
    ).values(),
  ].map((of) => ({
    institutionId: of[0]?.institutionId ?? '',
    tumour: of[0]?.tumour ?? null,
    seen: of.map(({ lesion }) => lesion),
  }));
};

const shown = (
  course: AssessedCourse,
  institutionId: string,
  tumour: TumourModel | null,
  confirmed: ReadonlySet<string>,
) => ({
  tumour,
  institution: { institutionId },
  line: course.line?.line ?? null,
  startedOn: course.line?.start ?? null,
  immune: course.line?.immune ?? false,
  until: course.until,
  baseline: course.baseline,
  baselineSum: course.baselineSum,
  lesions: course.lesions.map((lesion) => ({ ...lesion, marks: [...lesion.marks] })),
  timepoints: [...course.visits],
  best: course.best && { ...course.best, explanation: [...course.best.explanation] },
  notApplicable: course.notApplicable,
  remarks: [...course.remarks],
  rules: course.rules.flatMap((id) => citedRule(id, null, confirmed) ?? []),
});

const assessed = async (
  patientId: string,
  lesions: readonly SentLesion[],
  context: SubgraphContext,
) => {
  const [tumours, treatments, rules, confirmed] = await Promise.all([
    context.once(tumourRows).load(patientId),
    context.once(treatmentRows).load(patientId),
    inForce(context),
    confirmedRules(context),
  ]);
  const assessments = groupsOf(lesions, tumours).flatMap(({ institutionId, tumour, seen }) => {
    const reports = tumour === null ? [] : reportsOf(tumour, tumours);
    return responseOfRecord({
      seen,
      treatments: givenFor(treatments, tumour, tumours),
      topography: saidOf(reports, ({ topography }) => topography),
      morphology: morphologyOf(reports),
      inForce: rules,
    }).map((course) => shown(course, institutionId, tumour, confirmed));
  });
  return {
    radiotherapy: await radiotherapyOf(patientId, lesions, { rules, confirmed }, context),
    inForce: rules.has(RULE),
    assessments: assessments.toSorted((a, b) => (a.baseline < b.baseline ? 1 : -1)),
  };
};

/** Resolved beside the patient's other fields: what the imaging subgraph said of the patient comes with the reference. */
export const responseOfPatient: NonNullable<PatientResolvers['response']> = (
  { patientId, lesions },
  _,
  context,
) => {
  if (lesions === undefined)
    throw new Error('The response was asked for without the lesions that it requires.');
  return assessed(patientId, lesions, context);
};
