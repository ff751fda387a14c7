import type { PartialDate, Stored } from '@nodp/record';
import type { ModeOfDetection } from '@nodp/terminology/mode-of-detection';
import { type Course, drawCourse } from '../course/course.ts';
import { drawOddities, type Known, type Oddities } from '../course/oddities.ts';
import { type Care, drawCare } from '../course/treatment.ts';
import { type Random, random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { writeBody } from './body.ts';
import { writeCosts } from './costs.ts';
import { writeFollowUp, writeStatuses } from './followup.ts';
import { writeImaging } from './imaging.ts';
import { writeIrradiated } from './irradiated.ts';
import { writeLaboratory } from './laboratory.ts';
import { writeLesions } from './lesions.ts';
import { type Naming, namingOf } from './person.ts';
import { coded, type PatientHistory, type Said } from './records.ts';
import { writeResected } from './resected.ts';
import { detectedBy, foundByTest, writeScreening } from './screening.ts';
import { writeSecondPrimary } from './second-primary.ts';
import { summaryOf } from './summary.ts';
import { ICD_10 } from './systems.ts';
import { writeTissue } from './tissue.ts';

import { writeTreatments, writeVolumes } from './treatments.ts';
import { writeCertificate, writeInSitu, writeMetastasis, writeTumours } from './tumours.ts';

import { writeWorkUp } from './work-up.ts';
import { type View, type Writer, writerOf } from './writer.ts';

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

const causeOf = (
  chance: Random,
  course: Course,
  tumour: Stored<'tumour'>,
): Said<'death'>['cause'] => {
  // One death in twenty-five comes without a cause.
  if (course.death === null || chance.chance(0.04)) return null;
  if (course.death === 'cancer') return coded(ICD_10, tumour.record.icd10, course.cancer.zh);
  const [code, display] = chance.pick(OTHER_CAUSES);
  return coded(ICD_10, code, display);
};

type Demographics = Omit<Said<'patient'>, keyof Naming>;

const dayKnownAs = (day: PartialDate, known: Known): PartialDate | null => {
  if (known === 'not') return null;
  if (known === 'day') return day;
  const date = known === 'month' ? `${day.date.slice(0, 7)}-01` : `${day.date.slice(0, 4)}-01-01`;
  return { date, precision: known };
};

const demographicsOf = (chance: Random, course: Course, odd: Oddities): Demographics => {
  const dead = course.death !== null;
  // One death in five hundred is dated before the diagnosis it followed.
  const died =
    dead && !odd.certificateOnly && chance.chance(0.002)
      ? course.diagnosed - 1 - chance.below(300)
      : course.end;
  const born = onDay(course.born);
  const male = (course.sex === 'male') !== odd.otherSex;
  return {
    sex: male ? 'MALE' : 'FEMALE',
    born: odd.bornInYear ? dayKnownAs(born, 'year') : born,
    residence: odd.residenceUnknown ? null : course.province.code,
    vitalStatus: dead ? 'DEAD' : 'ALIVE',
    died: dead ? dayKnownAs(onDay(Math.max(died, course.born)), odd.died) : null,
  };
};

/** Who the patient is, as each hospital reports it. */
const personOf = (
  writer: Writer,
  view: View,
  course: Course,
  said: Said<'patient'>,
): Stored<'patient'> => ({
  id: writer.nextId(),
  patientId: writer.patientId,
  institutionId: view.institution.id,
  ...writer.sent(view, course.diagnosed),
  record: {
    ...said,
    kind: 'patient',
    source: { type: 'Patient', id: view.record, entry: '' },
    patient: view.record,
  },
});

/** The cause of death as the main hospital reported it: FHIR carries it as a resource of its own. */
const deathsOf = (
  writer: Writer,
  home: Stored<'patient'>,
  cause: Said<'death'>['cause'],
): readonly Stored<'death'>[] => {
  if (cause === null || cause.code === null) return [];
  const { patient } = home.record;
  const source = { type: 'Observation', id: `${patient}.death`, entry: '' };
  const record = { kind: 'death' as const, source, patient, died: null, cause };
  return [{ ...home, id: writer.nextId(), record }];
};

interface Written {
  readonly chance: Random;
  readonly more: Random;
  readonly response: Random;
  readonly irradiated: Random;
  readonly writer: Writer;
  readonly course: Course;
  readonly care: Care;
  readonly odd: Oddities;
  readonly reference: Day;
  readonly detected: ModeOfDetection | null;
}

/** Everything hospitals write down of who they treated; the first report of the cancer. */
const writeAll = (written: Written) => {
  const { chance, more, response, irradiated, writer, course, care, odd, reference } = written;
  const named = odd.secondPrimary !== null;
  const [told] = writeTumours(chance, more, writer, course, care, odd, written.detected);
  // An M1 that somebody wrote down has a metastasis written down with it.
  if (course.metastatic && course.staged?.categories && course.stageKnown) {
    writeMetastasis(chance, writer, course, course.diagnosed, 'metastasis-1', named);
  } else if (course.relapse !== null && course.cancer.staging !== null && chance.chance(0.65)) {
    writeMetastasis(chance, writer, course, course.relapse, 'metastasis-2', named);
  }
  if (odd.inSitu !== null) writeInSitu(writer, odd.inSitu);
  if (odd.secondPrimary !== null) writeSecondPrimary(more, writer, odd.secondPrimary);
  writeBody(chance, writer, course, care);
  writeLaboratory(chance, writer, course, care);
  writeTreatments(writer, course, care, named);
  writeTissue(chance, response, writer, course, care);
  writeImaging(chance, writer, course, care);
  const answer = more.chance(0.55) ? 'IMPROVED' : 'STABLE';
  writeStatuses(writer, course, care, answer, more);
  writeFollowUp(chance, writer, course, care, reference);
  writeVolumes(response, writer, course, care);
  writeLesions(response, writer, course, care, answer);
  writeIrradiated(irradiated, writer, course, care, answer);
  return told as Stored<'tumour'>;
};

/** Streams of their own, so that what is added to them changes nobody's cancer, death or residence. */
const MORE = 0x6d6f7265;
const ODD = 0x6f646420;
const RESPONSE = 0x72657370;
const IRRADIATED = 0x69727261;
const SCREENING = 0x73637265;
const COSTS = 0x636f7374;
const DETECTED = 0x64657465;
const RESECTED = 0x72657365;
const WORK_UP = 0x776f726b;

/** Everything the network knows of patient `index`: it depends on the seed, the number and the reference day alone. */
export const historyOf = (seed: number, index: number, reference: Day): PatientHistory => {
  const chance = random(seed, index);
  const more = random(seed, index, MORE);
  const course = drawCourse(chance, more, reference);
  const odd = drawOddities(random(seed, index, ODD), course);
  const care = drawCare(more, course);
  const response = random(seed, index, RESPONSE);
  const screened = () => random(seed, index, SCREENING);
  const writer = writerOf(chance, seed, index, course, reference);
  const told = odd.certificateOnly
    ? writeCertificate(writer, course)
    : writeAll({
        ...{ chance, more, response, irradiated: random(seed, index, IRRADIATED) },
        ...{ writer, course, care, odd, reference },
        detected: detectedBy(random(seed, index, DETECTED), foundByTest(screened(), course)),
      });
  const naming = namingOf(chance, course, index, odd.residenceUnknown);
  const last = writer.views.at(-1) as View;
  const demographics = demographicsOf(chance, course, odd);
  const cause = causeOf(chance, course, told);
  const people = writer.views.map((view) =>
    personOf(writer, view, course, { ...demographics, ...naming(view) }),
  );
  const deaths = deathsOf(writer, people[0] as Stored<'patient'>, cause);
  if (!odd.certificateOnly && !odd.otherSex) writeScreening(screened(), writer, course, reference);
  if (!odd.certificateOnly) {
    writeCosts(random(seed, index, COSTS), writer, course, care);
    writeResected(random(seed, index, RESECTED), writer, course, care);
    writeWorkUp(random(seed, index, WORK_UP), writer, course, care);
  }
  const end = onDay(course.end);
  const { died } = demographics;
  return {
    index,
    patientId: writer.patientId,
    people,
    last: { institutionId: last.institution.id, ...writer.sent(last, course.end) },
    deaths,
    lastContactOn:
      died !== null && died.precision === 'day' && died.date < end.date ? died.date : end.date,
    records: writer.records,
    summary: summaryOf(demographics.born, writer.records),
  };
};
