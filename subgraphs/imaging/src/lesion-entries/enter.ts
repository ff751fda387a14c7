import { decodeOne, decodePair, nationalDay, type SubgraphContext } from '@nodp/graph';
import { clashOf, nameAsBefore, readLesion, remarksOn, type TypedLesion } from '@nodp/oncology';
import { v7 as uuidv7 } from 'uuid';
import type { LesionInput } from '../generated/resolvers.ts';
import { type Change, keep, notInCare, refused, type Version, versionsOf } from './change.ts';
import { lesionsBeside, seenOf } from './seen.ts';
import { studyOfSeries } from './study-of-series.ts';

const typedOf = (input: LesionInput): TypedLesion => ({
  ...{ lesion: input.lesion, role: input.role, state: input.state, date: input.date },
  organ: input.organ ?? '',
  site: input.site ?? '',
  node: input.node ?? false,
  field: input.fieldPosition ?? null,
  millimetres: input.millimetres ?? '',
  modality: input.modality ?? '',
  sliceMillimetres: input.sliceMillimetres ?? '',
  seriesUid: input.seriesUid ?? '',
  measuredBy: input.measuredBy ?? '',
  note: input.note ?? '',
});

type Place = Pick<Version, 'patientId' | 'lesionId' | 'change'>;

/** The tumour's own key; undefined where it is another patient's. */
const tumourOf = (patientId: string, tumour: string | null | undefined) => {
  if (tumour == null) return null;
  const key = decodePair('Tumour', tumour);
  return key.patientId === patientId ? key.id : undefined;
};

const write = async (
  place: Place,
  input: LesionInput,
  context: SubgraphContext,
): Promise<Change> => {
  const { patientId, lesionId } = place;
  const reading = readLesion(typedOf(input), nationalDay(new Date()));
  if ('problem' in reading) return refused(reading.problem.en, reading.problem.zh, reading.field);
  const tumourId = tumourOf(patientId, input.tumour);
  if (tumourId === undefined)
    return refused('The tumour is not of this patient.', '该肿瘤不属于此患者。', 'tumour');
  const study = await studyOfSeries(patientId, reading.read.seriesUid, context);
  if (study === null)
    return refused(
      'No study of the patient has such a series: leave it empty.',
      '该患者的检查中没有此序列：请留空。',
      'seriesUid',
    );
  const others = await lesionsBeside({ patientId, lesionId, tumourId }, context);
  const read = { ...reading.read, lesion: nameAsBefore(reading.read.lesion, others) };
  const seen = seenOf(read);
  const clash = clashOf(seen, others);
  if (clash !== null) return refused(clash.en, clash.zh, 'lesion');
  return keep(
    context,
    { ...place, ...read, ...study, measuredPrecision: 'day', tumourId },
    remarksOn(seen, others),
  );
};

/** Keeps a lesion as it was typed, with who and when. @throws BAD_USER_INPUT where the id is none */
export const enterLesion = async (
  patient: string,
  input: LesionInput,
  context: SubgraphContext,
): Promise<Change> => {
  const patientId = decodeOne('Patient', patient);
  const no = await notInCare(patientId, context);
  return no ?? write({ patientId, lesionId: uuidv7(), change: 'ENTERED' }, input, context);
};

/** Keeps another version of a lesion that the institution entered. @throws BAD_USER_INPUT where the id is none */
export const changeLesion = async (
  lesion: string,
  input: LesionInput,
  context: SubgraphContext,
): Promise<Change> => {
  const { patientId, id: lesionId } = decodePair('Lesion', lesion);
  const found = await versionsOf(patientId, lesionId, context);
  if ('no' in found) return found.no;
  if (found.versions[0].change === 'WITHDRAWN')
    return refused('It was withdrawn: undo that first.', '该记录已撤回：请先撤销撤回。');
  return write({ patientId, lesionId, change: 'CHANGED' }, input, context);
};
