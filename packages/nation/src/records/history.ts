import { type Course, drawCourse } from '../course/course.ts';
import { drawCare } from '../course/treatment.ts';
import { type Random, random } from '../random/random.ts';
import { type Day, dateOf } from '../time/days.ts';
import { writeBody } from './body.ts';
import { writeFollowUp, writeStatuses } from './followup.ts';
import { writeImaging } from './imaging.ts';
import { writeLaboratory } from './laboratory.ts';
import { identitiesOf } from './person.ts';
import type { PatientHistory, PatientRow } from './rows.ts';
import { summaryOf } from './summary.ts';
import { ICD_10 } from './systems.ts';
import { writeTissue } from './tissue.ts';
import { writeTreatments } from './treatments.ts';
import { type ReportedTumour, writeMetastasis, writeTumours } from './tumours.ts';
import { type Writer, writerOf } from './writer.ts';

/** What people with cancer die of else. */
const OTHER_CAUSES: readonly (readonly [icd10: string, zh: string])[] = [
  ['I21.9', '急性心肌梗死'],
  ['I25.9', '慢性缺血性心脏病'],
  ['I61.9', '脑出血'],
  ['I63.9', '脑梗死'],
  ['J44.9', '慢性阻塞性肺疾病'],
  ['J18.9', '肺炎'],
  ['N18.9', '慢性肾脏病'],
];

const causeOf = (chance: Random, course: Course, tumour: ReportedTumour): PatientRow['cause'] => {
  // One death in twenty-five comes without a cause.
  if (course.death === null || chance.chance(0.04))
    return { system: null, code: null, display: null };
  if (course.death === 'cancer') {
    return { system: ICD_10, code: tumour.content.icd10, display: course.cancer.zh };
  }
  const [code, display] = chance.pick(OTHER_CAUSES);
  return { system: ICD_10, code, display };
};

const patientOf = (
  chance: Random,
  writer: Writer,
  course: Course,
  tumour: ReportedTumour,
): PatientRow => {
  const view = writer.views.at(-1) as Writer['views'][number];
  const dead = course.death !== null;
  // One death in five hundred is dated before the diagnosis it followed.
  const died = dead && chance.chance(0.002) ? course.diagnosed - 1 - chance.below(300) : course.end;
  const yearOnly = chance.chance(0.008);
  const born = dateOf(course.born);
  return {
    institutionId: view.institution.id,
    ...writer.sent(view, course.end),
    content: {
      sex: course.sex === 'male' ? 'MALE' : 'FEMALE',
      bornOn: yearOnly ? `${born.slice(0, 4)}-01-01` : born,
      bornPrecision: yearOnly ? 'year' : 'day',
      residenceCode: course.province.code,
      vitalStatus: dead ? 'DEAD' : 'ALIVE',
      diedOn: dead ? dateOf(Math.max(died, course.born)) : null,
      diedPrecision: dead ? 'day' : null,
    },
    cause: causeOf(chance, course, tumour),
    lastContactOn: dateOf(Math.min(course.end, dead ? Math.max(died, course.born) : course.end)),
  };
};

/** What each institution said of life or death: in the demographics, and of the cause beside them. */
const vitalStatusReportsOf = (
  writer: Writer,
  { content, cause }: PatientRow,
  identities: PatientHistory['identities'],
  deathReport: PatientHistory['deathReport'],
): PatientHistory['vitalStatusReports'] => {
  const { vitalStatus, diedOn, diedPrecision } = content;
  const nothing = { causeSystem: null, causeCode: null, causeDisplay: null };
  const said = identities.map(({ institutionId, submissionId, recordedAt, sourceId }) => ({
    id: writer.nextId(),
    institutionId,
    submissionId,
    recordedAt,
    sourceType: 'Patient',
    sourceId,
    content: { vitalStatus, diedOn, diedPrecision, ...nothing },
  }));
  const home = said.find(({ institutionId }) => institutionId === deathReport?.institutionId);
  if (deathReport === null || home === undefined) return said;
  const caused = {
    vitalStatus: 'DEAD' as const,
    diedOn: null,
    diedPrecision: null,
    causeSystem: cause.system,
    causeCode: cause.code,
    causeDisplay: cause.display,
  };
  const { sourceId } = deathReport;
  return [
    ...said,
    { ...home, id: writer.nextId(), sourceType: 'Observation', sourceId, content: caused },
  ];
};

/** Everything the network knows of patient `index`: it depends on the seed, the number and the reference day alone. */
export const historyOf = (seed: number, index: number, reference: Day): PatientHistory => {
  const chance = random(seed, index);
  const course = drawCourse(chance, reference);
  const care = drawCare(chance, course);
  const writer = writerOf(chance, seed, index, course, reference);
  const told = writeTumours(chance, writer, course, care);
  if (course.stage === 3 && course.staged !== null && course.stageKnown && chance.chance(0.75)) {
    writeMetastasis(chance, writer, course, course.diagnosed, 'metastasis-1');
  } else if (course.relapse !== null && course.cancer.staging !== null && chance.chance(0.65)) {
    writeMetastasis(chance, writer, course, course.relapse, 'metastasis-2');
  }
  writeBody(chance, writer, course, care);
  writeLaboratory(chance, writer, course, care);
  writeTreatments(writer, course, care);
  writeTissue(chance, writer, course, care);
  writeImaging(chance, writer, course, care);
  writeStatuses(chance, writer, course, care);
  writeFollowUp(chance, writer, course, care, reference);
  const identities = identitiesOf(chance, writer, course, index);
  const patient = patientOf(chance, writer, course, told[0] as ReportedTumour);
  const [home] = writer.views;
  const deathReport =
    patient.cause.code === null || home === undefined
      ? null
      : { institutionId: home.institution.id, sourceId: `${home.record}.death` };
  return {
    index,
    patientId: writer.patientId,
    patient,
    identities,
    rows: writer.rows,
    summary: summaryOf(patient, writer.rows),
    vitalStatusReports: vitalStatusReportsOf(writer, patient, identities, deathReport),
    deathReport,
  };
};
