import { drugOfAtc, drugOfName } from '@nodp/terminology/drugs';
import type { Course } from '../course/course.ts';

import type { Care, Radiotherapy, Surgery, Systemic } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';

import { type Day, onDay } from '../time/days.ts';
import { drug as drugOf, drugs } from '../treatment/drugs.ts';
import { coded, type Said } from './records.ts';
import { ATC, ICD_9_CM, SNOMED } from './systems.ts';
import type { View, Writer } from './writer.ts';

/** SNOMED CT procedure intents (mCODE). */
const CURATIVE = ['373808002', '根治性'] as const;
const PALLIATIVE = ['363676003', '姑息性'] as const;

type Treatment = Said<'treatment'>;

const nowhere = {
  bodySite: null,
  modality: null,
  technique: null,
  totalDoseCentigray: null,
  fractions: null,
  tumour: null,
} as const;
const noDose = { line: null, dose: null } as const;

const intentOf = ([code, display]: readonly [string, string]) => ({
  intent: coded(SNOMED, code, display),
});

const dates = (from: Day, to: Day | null) => ({
  started: onDay(from),
  ended: to === null ? null : onDay(to),
});

/** The platform's own code of each drug, where its terminology knows the drug. */
const known = new Map(
  [...drugs.values()].map((d) => {
    const found = drugOfAtc(d.atc) ?? drugOfName(d.zh);
    return [
      d.key,
      { id: found?.id ?? null, beside: found === null || found.modality === 'supportive' },
    ];
  }),
);

const systemicRows = (given: Systemic, palliative: boolean): Treatment[] =>
  given.regimen.drugs.map((key) => {
    const drug = drugOf(key);
    const platform = known.get(key);
    return {
      what: platform?.beside ? 'OTHER' : 'SYSTEMIC',
      code: coded(ATC, drug.atc, drug.zh),
      drug: platform?.id ?? null,
      status: given.status,
      ...dates(given.from, given.status === 'in-progress' ? null : given.to),
      ...intentOf(palliative ? PALLIATIVE : CURATIVE),
      line: given.line,
      dose: { value: drug.dose[0], comparator: null, unit: drug.dose[1], normal: null },
      ...nowhere,
    };
  });

const radiotherapyRow = (given: Radiotherapy, course: Course): Treatment => {
  const vmat = given.from % 3 !== 0;
  const site = course.cancer.imaging[0]?.bodySite;
  return {
    what: 'RADIOTHERAPY',
    code: coded(SNOMED, '1217123003', '放射治疗疗程'),
    drug: null,
    status: given.status,
    ...dates(given.from, given.status === 'in-progress' ? null : given.to),
    ...intentOf(given.palliative ? PALLIATIVE : CURATIVE),
    ...noDose,
    bodySite: coded(SNOMED, site?.[0] ?? null, site?.[1] ?? null),
    modality: coded(SNOMED, '1156506007', '光子外照射'),
    technique: vmat
      ? coded(SNOMED, '1156530009', '容积旋转调强放射治疗（VMAT）')
      : coded(SNOMED, '441799006', '调强放射治疗（IMRT）'),
    totalDoseCentigray: given.centigray,
    fractions: given.fractions,
    tumour: null,
  };
};

/** An operation; `tumour` is the sender's key of what it was for, where the patient has more than one. */
export const writeOperation = (
  writer: Writer,
  view: View,
  { on, operation }: Surgery,
  palliative: boolean,
  tumour: string | null,
): void => {
  writer.add('treatment', view, 'Procedure', 'operation', on, {
    what: 'SURGERY',
    code: coded(ICD_9_CM, operation.code, operation.zh),
    drug: null,
    status: 'completed',
    ...dates(on, null),
    ...intentOf(palliative ? PALLIATIVE : CURATIVE),
    ...noDose,
    ...nowhere,
    tumour,
  });
};

/** @param named whether treatments say which tumour they are for: the patient has more than one */
export const writeTreatments = (
  writer: Writer,
  course: Course,
  care: Care,
  named: boolean,
): void => {
  const palliative = course.metastatic && course.cancer.staging?.system === 'AJCC';
  const tumourIn = (view: View) => (named ? writer.keyOf(view, 'tumour') : null);
  if (care.surgery !== null) {
    const view = writer.at(care.surgery.on);
    writeOperation(writer, view, care.surgery, palliative, tumourIn(view));
  }
  for (const [i, given] of care.radiotherapy.entries()) {
    const view = writer.at(given.from);
    const row = { ...radiotherapyRow(given, course), tumour: tumourIn(view) };
    writer.add('treatment', view, 'Procedure', `radiotherapy-${i + 1}`, given.from, row);
  }
  for (const [i, given] of care.systemic.entries()) {
    const view = writer.at(given.from);
    const late = palliative || (course.relapse !== null && given.from > course.relapse);
    for (const [j, row] of systemicRows(given, late).entries()) {
      // What is given beside the drugs against the cancer is not for it.
      const tumour = row.what === 'SYSTEMIC' ? tumourIn(view) : null;
      const key = `drug-${i + 1}-${j + 1}`;
      writer.add('treatment', view, 'MedicationAdministration', key, given.from, {
        ...row,
        tumour,
      });
    }
  }
};

/** The volumes of each course: what was planned beside what was delivered, and the days on which it was interrupted. */
export const writeVolumes = (random: Random, writer: Writer, care: Care): void => {
  for (const [i, given] of care.radiotherapy.entries()) {
    const course = writer.records.treatment?.find(
      ({ record }) =>
        record.source.type === 'Procedure' && record.source.id.endsWith(`.radiotherapy-${i + 1}`),
    );
    if (course === undefined) continue;
    const view = writer.views.find(({ record }) => record === course.record.patient);
    if (view === undefined) continue;
    const perFraction = given.centigray / given.fractions;
    const { planned } = given;
    const gap = given.status === 'completed' && given.fractions > 10 && random.chance(0.35);
    const from = given.from + 9 + random.below(5);
    writer.add('radiotherapy-volume', view, 'Procedure', `radiotherapy-${i + 1}#1`, given.from, {
      course: course.record.source.id,
      label: null,
      volumeType: null,
      site: course.record.bodySite,
      deliveredCentigray: given.centigray,
      plannedCentigray: Math.round(perFraction * planned),
      fractionsDelivered: given.fractions,
      fractionsPlanned: planned,
      fractionsPerDay: null,
      started: course.record.started,
      ended: course.record.ended,
      interruptions: gap
        ? [
            {
              from: onDay(from).date,
              to: onDay(from + 2 + random.below(4)).date,
              reason: '急性放射反应',
            },
          ]
        : [],
      lesions: [],
      status: given.status,
    });
  }
};
