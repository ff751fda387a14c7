import type { JsonDataSet } from '../json/dicom-json.ts';
import type { DicomQuestion, Level } from './question.ts';

/** Attributes that are always answered (PS3.18 tables 10.6.3-3, -4 and -5). */
const ALWAYS: Readonly<Record<Level, readonly string[]>> = {
  study: [
    '00080005',
    '00080020',
    '00080030',
    '00080050',
    '00080056',
    '00080061',
    '00080090',
    '00080201',
    '00081030',
    '00081190',
    '00100010',
    '00100020',
    '00100021',
    '00100030',
    '00100040',
    '0020000D',
    '00200010',
    '00201206',
    '00201208',
  ],
  series: [
    '00080005',
    '00080060',
    '00080201',
    '0008103E',
    '00081190',
    '00180015',
    '0020000D',
    '0020000E',
    '00200011',
    '00201209',
    '00400244',
    '00400245',
    '00400275',
  ],
  instance: [
    '00080005',
    '00080016',
    '00080018',
    '00080056',
    '00080201',
    '00081190',
    '0020000D',
    '0020000E',
    '00200013',
    '00280008',
    '00280010',
    '00280011',
    '00280100',
    '00083002',
  ],
};

/** What of a match is shown: what is always, what was asked for, and what was to be included. */
export const shown = (
  levels: readonly Level[],
  { conditions, include }: DicomQuestion,
  set: JsonDataSet,
): JsonDataSet => {
  const wanted = new Set([
    ...levels.flatMap((level) => ALWAYS[level]),
    ...conditions.flatMap(({ path }) => path[0]?.tag ?? []),
    ...(include === 'all' ? [] : include),
  ]);
  return Object.fromEntries(
    Object.entries(set)
      .filter(([tag]) => include === 'all' || wanted.has(tag))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};
