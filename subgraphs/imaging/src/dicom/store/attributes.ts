import type { JsonDataSet } from '../json/dicom-json.ts';

/** Attributes of the study (PS3.3 C.7.2) that its row keeps beside every one of the patient (group 0010). */
const STUDY = new Set([
  '00080005',
  '00080020',
  '00080030',
  '00080050',
  '00080051',
  '00080090',
  '00080201',
  '00081030',
  '00081032',
  '00081048',
  '00081060',
  '00081080',
  '00081110',
  '0020000D',
  '00200010',
  '00321032',
  '00321060',
  '00321064',
  '00380010',
]);

/** Attributes of the series (PS3.3 C.7.3, C.7.5). */
const SERIES = new Set([
  '00080021',
  '00080031',
  '00080060',
  '00080070',
  '00080080',
  '0008103E',
  '0008103F',
  '00081010',
  '00081040',
  '00081050',
  '00081090',
  '00180015',
  '00180050',
  '00180088',
  '00181030',
  '00185100',
  '0020000E',
  '00200011',
  '00200052',
  '00200060',
  '00201040',
  '00400244',
  '00400245',
  '00400253',
  '00400254',
  '00400275',
]);

const picked = (all: JsonDataSet, is: (tag: string) => boolean): JsonDataSet =>
  Object.fromEntries(Object.entries(all).filter(([tag]) => is(tag)));

export const studyAttributes = (all: JsonDataSet): JsonDataSet =>
  picked(all, (tag) => STUDY.has(tag) || tag.startsWith('0010'));

export const seriesAttributes = (all: JsonDataSet): JsonDataSet =>
  picked(all, (tag) => SERIES.has(tag));
