import { checkTumour, type FindingCode } from '@nodp/oncology';
import type { Issue, RecordOf } from '@nodp/record';
import type { ReadUnit } from '../units.ts';

type Stage = RecordOf<'stage'>;
type Tumour = RecordOf<'tumour'>;

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

const recordsOf = (units: readonly ReadUnit[]) => {
  const tumours = new Map<string, Tumour[]>();
  const stages = new Map<string, Said[]>();
  for (const unit of units) {
    if (unit.reading.outcome !== 'read' || unit.patient === null) continue;
    for (const [index, record] of unit.reading.records.entries()) {
      if (record.kind === 'tumour' && record.spread === 'PRIMARY')
        tumours.set(unit.patient, [...(tumours.get(unit.patient) ?? []), record]);
      if (record.kind === 'stage')
        stages.set(unit.patient, [
          ...(stages.get(unit.patient) ?? []),
          { id: `${unit.where}#${index}`, unit, record },
        ]);
    }
  }
  return { tumours, stages };
};

/** The stages that a tumour's key names; of a single tumour those that name none too. */
const stagesOf = (tumour: Tumour, said: readonly Said[], alone: boolean): Said[] =>
  said.filter(
    ({ record }) => record.tumour === tumour.source.id || (record.tumour === null && alone),
  );

const issuesOf = (tumour: Tumour, said: readonly Said[]): (readonly [ReadUnit, Issue])[] => {
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
    metastases: [],
  });
  return checked.flatMap(({ groupReportId, classification, findings }) => {
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
      .filter(({ code }) => OF_ONE_SUBMISSION.has(code))
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
  const { tumours, stages } = recordsOf(units);
  const issues = [...stages].flatMap(([patient, said]) => {
    const own = tumours.get(patient) ?? [];
    return own.flatMap((tumour) => issuesOf(tumour, stagesOf(tumour, said, own.length === 1)));
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
