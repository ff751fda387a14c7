import type { JsonDataSet } from '../json/dicom-json.ts';
import { numberOf, textOf, textsOf } from '../json/dicom-json.ts';
import { toJson } from '../json/to-json.ts';
import type { Bytes } from '../part10/bytes.ts';
import { asciiOf } from '../part10/element.ts';
import { DicomFault } from '../part10/fault.ts';
import { readPart10 } from '../part10/read.ts';
import { attributesDay, startOf } from './moments.ts';

/** What is known of an instance by its file. */
export interface ReadInstance {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopUid: string;
  readonly sopClass: string;
  readonly transferSyntax: string;
  readonly number: number | null;
  readonly frames: number;
  readonly drawn: boolean;
  readonly patientNumber: string;
  readonly names: readonly string[];
  readonly bornOn: string | null;
  readonly studyDay: string;
  readonly startedAt: string | null;
  readonly studyDescription: string | null;
  readonly seriesNumber: number | null;
  readonly modality: string;
  readonly seriesDescription: string | null;
  readonly bodyPart: string | null;
  readonly json: JsonDataSet;
}

/** The UIDs that a file names, as far as it can be read: for the answer to what is not taken. */
export interface NamedUids {
  readonly studyUid: string | null;
  readonly seriesUid: string | null;
  readonly sopUid: string | null;
  readonly sopClass: string | null;
}

const UID = /^(0|[1-9]\d*)(\.(0|[1-9]\d*))+$/;
/** Some machines write components that begin with 0; they are told apart by their text all the same. */
const LENIENT_UID = /^[0-9.]{3,64}$/;

const isUid = (text: string): boolean =>
  text.length <= 64 && (UID.test(text) || LENIENT_UID.test(text));

const whole = (json: JsonDataSet, tag: string): number | null => {
  const value = numberOf(json, tag);
  return value === null || !Number.isInteger(value) || Math.abs(value) > 2 ** 31 - 1 ? null : value;
};

/** Longest texts that rows keep of a file, characters. */
const some = (text: string | null): string | null => text?.slice(0, 500) ?? null;

/** Where a value lies that the metadata only name; the address of the platform is put before it. */
const bulkPath = (study: string, series: string, sop: string, path: string): string =>
  `/dicom-web/studies/${study}/series/${series}/instances/${sop}/bulkdata/${path}`;

/** Classes with pixels that are no pictures to look at: doses are numbers (RT Dose). */
const NOT_PICTURES = new Set(['1.2.840.10008.5.1.4.1.1.481.2', '1.2.840.10008.5.1.4.1.1.66.4']);

/**
 * Reads what the store has to know of a file.
 * @param undeclared the character set that the institution's machines write without declaring it
 * @throws DicomFault where it is no instance that can be stored
 */
export const readInstance = (bytes: Bytes, undeclared: string | null): ReadInstance => {
  const file = readPart10(bytes);
  const uid = (tag: string) => asciiOf(file.bytes, file.data, tag).split('\\')[0]?.trim() ?? '';
  const [studyUid, seriesUid, sopUid] = [uid('0020000D'), uid('0020000E'), uid('00080018')];
  const sopClass = uid('00080016') || asciiOf(file.bytes, file.meta, '00020002');
  for (const [name, value] of Object.entries({ studyUid, seriesUid, sopUid, sopClass }))
    if (!isUid(value))
      throw new DicomFault('missing-uid', `The file has no ${name} that is a UID.`);
  const json = toJson(file, {
    undeclared,
    bulk: (path) => bulkPath(studyUid, seriesUid, sopUid, path),
  });
  return {
    ...{ studyUid, seriesUid, sopUid, sopClass, json },
    transferSyntax: file.transferSyntax,
    number: whole(json, '00200013'),
    frames: Math.max(1, whole(json, '00280008') ?? 1),
    drawn: file.data.has('7FE00010') && !NOT_PICTURES.has(sopClass),
    patientNumber: textOf(json, '00100020') ?? '',
    names: textsOf(json, '00100010')
      .flatMap((name) => name.split('='))
      .filter((name) => name !== ''),
    bornOn: attributesDay(textOf(json, '00100030')),
    studyDay: /^\d{8}$/.test(textOf(json, '00080020') ?? '')
      ? (textOf(json, '00080020') ?? '')
      : '',
    startedAt: startOf(json),
    studyDescription: some(textOf(json, '00081030')),
    seriesNumber: whole(json, '00200011'),
    modality: some(textOf(json, '00080060')) ?? 'OT',
    seriesDescription: some(textOf(json, '0008103E')),
    bodyPart: some(textOf(json, '00180015')),
  };
};

const NO_UIDS: NamedUids = { studyUid: null, seriesUid: null, sopUid: null, sopClass: null };

/** The UIDs by the beginning of a file that cannot be read to its end. */
export const uidsIn = (bytes: Bytes): NamedUids => {
  // A file that is cut off names itself before its pixels all the same: in ASCII, whatever its encoding is.
  const head = bytes.read(0, Math.min(bytes.size, 16 * 1024));
  const after = (group: number, element: number): string | null => {
    const tag = Buffer.from([group & 255, group >> 8, element & 255, element >> 8]);
    const at = head.indexOf(tag);
    if (at < 0 || at + 8 > head.length) return null;
    const explicit = head.toString('latin1', at + 4, at + 6) === 'UI';
    const length = explicit ? head.readUInt16LE(at + 6) : head.readUInt32LE(at + 4);
    if (length > 64) return null;
    const text = head.toString('latin1', at + 8, at + 8 + length).replace(/[\0 ]+$/, '');
    return isUid(text) ? text : null;
  };
  return head.length < 8
    ? NO_UIDS
    : {
        studyUid: after(0x0020, 0x000d),
        seriesUid: after(0x0020, 0x000e),
        sopUid: after(0x0008, 0x0018),
        sopClass: after(0x0008, 0x0016),
      };
};
