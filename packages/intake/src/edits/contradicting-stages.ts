import { checkTumour, type FindingCode, p16Result } from '@nodp/oncology';
import type { Issue, RecordOf } from '@nodp/record';
import type { ReadUnit } from '../units.ts';

type Stage = RecordOf<'stage'>;
type Tumour = RecordOf<'tumour'>;
type Biomarker = RecordOf<'biomarker'>;

/** A stage and the unit that said it. */
interface Said {
  readonly id: string;
  readonly unit: ReadUnit;
  readonly record: Stage;
}

/** What one submission shows by itself: the others rest on records that may have come before or come later. */
const OF_ONE_SUBMISSION: ReadonlySet<FindingCode> = new Set([
  'group-differs',
  'category-does-not-exist',
  'edition-not-of-date',
  'in-situ-with-spread',
  'behaviour-contradicts-t',
  'stages-disagree',
]);

/** What a p16 that came before would answer otherwise: an oropharynx without one is staged as negative. */
const BY_P16: ReadonlySet<FindingCode> = new Set(['group-differs', 'category-does-not-exist']);

const recordsOf = (units: readonly ReadUnit[]) => {
  const tumours = new Map<string, Tumour[]>();
  const stages = new Map<string, Said[]>();
  const biomarkers = new Map<string, Biomarker[]>();
  for (const unit of units) {
    if (unit.reading.outcome !== 'read' || unit.patient === null) continue;
    for (const [index, record] of unit.reading.records.entries()) {
      if (record.kind === 'tumour' && record.spread === 'PRIMARY')
        tumours.set(unit.patient, [...(tumours.get(unit.patient) ?? []), record]);
      if (record.kind === 'biomarker')
        biomarkers.set(unit.patient, [...(biomarkers.get(unit.patient) ?? []), record]);
      if (record.kind === 'stage')
        stages.set(unit.patient, [
          ...(stages.get(unit.patient) ?? []),
          { id: `${unit.where}#${index}`, unit, record },
        ]);
    }
  }
  return { tumours, stages, biomarkers };
};

/** Whether a record is of the tumour that it names; of a single tumour too where it names none. */
const isOf =
  (tumour: Tumour, alone: boolean) =>
  (record: Stage | Biomarker): boolean =>
    record.tumour === tumour.source.id || (record.tumour === null && alone);

const issuesOf = (
  tumour: Tumour,
  said: readonly Said[],
  biomarkers: readonly Biomarker[],
): (readonly [ReadUnit, Issue])[] => {
  const checked = checkTumour({
    topography: tumour.topography,
    morphology: tumour.morphology,
    diagnosed: tumour.diagnosed,
    age: null,
    grade: tumour.grade,
    stages: said.map(({ id, record }) => ({
      id,
      institutionId: '',
      sourceId: id,
      tumourSourceId: record.tumour,
      axis: record.axis,
      classification: record.classification,
      value: record.value,
      system: record.system,
      assessed: record.assessed,
    })),
    treatments: null,
    sizes: [],
    nodes: [],
    psa: [],
    markers: [],
    p16: biomarkers.flatMap(
      ({ what, finding, amount, tested }) =>
        p16Result({
          ...{ code: what.code, display: what.display, finding, tested },
          ...{ value: amount?.value ?? null, unit: amount?.unit ?? null },
          comparator: amount?.comparator ?? null,
        }) ?? [],
    ),
    metastases: [],
  });
  return checked.flatMap(({ groupReportId, classification, derived, findings }) => {
    const unit = (
      said.find(({ id }) => id === groupReportId) ??
      said.find(
        ({ record }) =>
          (record.classification ?? null) ===
          (classification?.startsWith('y') ? 'y' : classification),
      )
    )?.unit;
    if (unit === undefined) return [];
    return findings
      .filter(
        ({ code }) =>
          OF_ONE_SUBMISSION.has(code) &&
          !(BY_P16.has(code) && derived.why.includes('p16-not-tested')),
      )
      .map(({ sentence, sources }): readonly [ReadUnit, Issue] => [
        unit,
        {
          severity: 'warning',
          code: 'business-rule',
          where: unit.locate(['value']),
          message: `${sentence.en} (${[...new Set(sources.map(({ en }) => en))].join('; ')})`,
        },
      ]);
  });
};

/**
 * Says where the stages of a submission contradict themselves: a group that its categories do not make, a category that
 * its chapter does not have, in situ with spread. Everything is taken as sent. Source: `checkStage` of the clinical rules.
 */
export const contradictingStages = (units: readonly ReadUnit[]): ReadUnit[] => {
  const { tumours, stages, biomarkers } = recordsOf(units);
  const issues = [...stages].flatMap(([patient, said]) => {
    const own = tumours.get(patient) ?? [];
    return own.flatMap((tumour) => {
      const isOwn = isOf(tumour, own.length === 1);
      return issuesOf(
        tumour,
        said.filter(({ record }) => isOwn(record)),
        (biomarkers.get(patient) ?? []).filter(isOwn),
      );
    });
  });
  if (issues.length === 0) return [...units];
  return units.map((unit) => {
    const found = issues.flatMap(([of, issue]) => (of === unit ? [issue] : []));
    if (found.length === 0 || unit.reading.outcome !== 'read') return unit;
    return {
      ...unit,
      reading: { ...unit.reading, warnings: [...unit.reading.warnings, ...found] },
    };
  });
};
