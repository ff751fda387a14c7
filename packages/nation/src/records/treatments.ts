import { drugOfAtc, drugOfName } from '@nodp/terminology/drugs';
import type { Course } from '../course/course.ts';

import type { Care, Radiotherapy, Surgery, Systemic } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';

import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
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

/** Volumes treated beside the one that has the whole dose, at once with it: the share of the dose each has. */
const VOLUMES: Readonly<Record<string, readonly (readonly [label: string, share: number])[]>> = {
  nasopharynx: [
    ['PGTVnx', 1],
    ['PTV1', 0.858],
    ['PTV2', 0.772],
  ],
  larynx: [
    ['PGTV', 1],
    ['PTV', 0.909],
  ],
  'lip-oral-pharynx': [
    ['PGTV', 1],
    ['PTV', 0.909],
  ],
  lung: [
    ['PGTV', 1],
    ['PTV', 0.84],
  ],
  breast: [['胸壁及锁骨上', 1]],
  prostate: [
    ['前列腺及精囊', 1],
    ['盆腔淋巴引流区', 0.66],
  ],
  cervix: [['盆腔PTV', 1]],
};
const ALONE = [['PTV', 1]] as const;

/** The volumes of each course: what was planned beside what was delivered, and the days on which it was interrupted. */
export const writeVolumes = (random: Random, writer: Writer, course: Course, care: Care): void => {
  for (const [i, given] of care.radiotherapy.entries()) {
    const written = writer.records.treatment?.find(
      ({ record }) =>
        record.source.type === 'Procedure' && record.source.id.endsWith(`.radiotherapy-${i + 1}`),
    );
    const view = writer.views.find(({ record }) => record === written?.record.patient);
    if (written === undefined || view === undefined) continue;
    const { record } = written;
    const { planned } = given;
    const perFraction = given.centigray / given.fractions;
    const gap = given.status === 'completed' && given.fractions > 10 && random.chance(0.3);
    const from = workday(given.from + 9 + random.below(5));
    const reason = random.pick(['急性放射反应', '设备维护', '患者原因']);
    const interruptions = gap
      ? [{ from: onDay(from).date, to: onDay(workday(from + 2)).date, reason }]
      : [];
    const volumes = given.palliative ? ALONE : (VOLUMES[course.cancer.group] ?? ALONE);
    for (const [n, [label, share]] of volumes.entries()) {
      const key = `radiotherapy-${i + 1}#${n + 1}`;
      writer.add('radiotherapy-volume', view, 'Procedure', key, given.from, {
        course: record.source.id,
        label,
        volumeType: null,
        site: n === 0 ? record.bodySite : null,
        deliveredCentigray: Math.round(given.centigray * share),
        plannedCentigray: Math.round(perFraction * planned * share),
        fractionsDelivered: given.fractions,
        fractionsPlanned: planned,
        fractionsPerDay: null,
        started: record.started,
        ended: record.ended,
        interruptions,
        lesions: [],
        status: given.status,
      });
    }
  }
};
