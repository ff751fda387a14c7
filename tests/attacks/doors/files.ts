import { workbook } from '../../../apps/gateway/src/csv/testing/workbook.ts';
import { ctSlice, dicomFile, multipart } from '../../dicom-files.ts';
import { few, type Sent, type Told } from './sent.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const bytes = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
const raw = (...numbers: number[]): Bytes => Uint8Array.from(numbers);

/** In files of text: as bytes, and as the escapes of the formats stand for them. */
const inFiles: readonly (readonly [string, Bytes])[] = few([
  ['U+0000', raw(0x41, 0, 0x42)],
  ['half a sign', raw(0x41, 0xed, 0xa0, 0xbd)],
  ['the escapes of the formats', bytes('a\\X00\\b&#0;&#xD83D;_x0000__xD83D_\\u0000')],
  ['a byte that is no text', raw(0xff, 0xfe)],
  ['control signs', bytes('\u0001\u0008\u001b\u007f\u0085')],
  ['an override', bytes('\u202e\u2066')],
  ['signs that are none', bytes('\ufffe\uffff')],
  ['a cut sign of GB 18030', raw(0x81, 0x30)],
  ['an escape that does not end', bytes('\\X')],
  ['400 digits', bytes('9'.repeat(400))],
]);

const joined = (...parts: readonly Uint8Array[]): Bytes => Uint8Array.from(Buffer.concat(parts));

/** A file of text with something at the end of each of its places. */
const inEach = (text: string, places: RegExp, what: Bytes): Bytes[] =>
  [...text.matchAll(places)].map(({ index, 0: { length } }) =>
    joined(bytes(text.slice(0, index + length)), what, bytes(text.slice(index + length))),
  );

const HL7 = [
  'MSH|^~\\&|LIS|H1|NODP|NODP|20260101080000||ORU^R01|M1|P|2.5.1',
  'PID|1||P1^^^H1^MR||王^小明||19500203|M|||北京^^北京||13800000000',
  'OBR|1|A1|F1|718-7^Hb^LN|||20260101080000|||||||||甲^医师',
  'OBX|1|NM|718-7^Hb^LN||13.2|g/dL|12-16|N|||F|||20260101080000',
  'OBX|2|TX|x^报告^L||未见异常||||||F',
].join('\r');
const NAACCR =
  '<?xml version="1.0"?><NaaccrData xmlns="http://naaccr.org/naaccrxml" baseDictionaryUri="http://naaccr.org/naaccrxml/naaccr-dictionary-230.xml" recordType="I" specificationVersion="1.5"><Patient><Item naaccrId="patientIdNumber">00000001</Item><Item naaccrId="sex">1</Item><Tumor><Item naaccrId="primarySite">C341</Item><Item naaccrId="dateOfDiagnosis">20240105</Item></Tumor></Patient></NaaccrData>';
const FILES: readonly (Sent & { readonly text: string; readonly places: RegExp })[] = [
  {
    account: 'hospital-system',
    path: '/hl7v2',
    type: 'x-application/hl7-v2+er7',
    text: HL7,
    places: /[^|^\r\\&~]+/g,
  },
  {
    ...{ account: 'data-manager', path: '/csv', type: 'text/csv', places: /[^,\n]+/g },
    text: 'patient_id,name,sex,birth_date\nP1,王小明,male,1950-02-03\nP2,李洁,female,1961-04-01\n',
  },
  {
    account: 'data-manager',
    path: '/csv',
    type: 'application/xml',
    text: NAACCR,
    places: /[^<>"=\s/]+/g,
  },
  {
    ...{ account: 'data-manager', path: '/csv', type: 'text/plain', places: /[^\t\n]+/g },
    // As CanReg 5 exports its cases.
    text: 'REGNO\tSEX\tBIRTHD\tINCID\tTOP\tMOR\tBEH\tBAS\n20240001\t1\t19500203\t20240105\t341\t8140\t3\t7\n',
  },
  {
    ...{ account: 'data-manager', path: '/deaths', type: 'text/csv', places: /[^,\n]+/g },
    text: 'name,sex,birth_date,national_id,death_date,cause\n王小明,male,1950-02-03,110101195002030013,2024-05-06,C34.1\n',
  },
  {
    ...{ account: 'clinician', path: '/rules/ipi/answers', type: 'text/csv', places: /[^,\n]+/g },
    text: 'age,stage\n61,II\n',
  },
];

/** Every file of text with each of the texts at the end of each of its places. */
export const filesOfText = (): Told[] =>
  FILES.flatMap(({ text, places, ...sent }) =>
    inFiles.flatMap(([name, what]) =>
      inEach(text, places, what).map((body, i) => ({
        ...{ ...sent, method: 'POST', body, as: `${sent.path} (${sent.type}) ${name} at ${i}` },
      })),
    ),
  );

const CELLS = [
  ['patient_id', 'name', 'sex', 'birth_date'],
  ['P1', '王小明', 'male', '1950-02-03'],
];

/** A workbook with each of the texts in each of its cells; `_x0000_` is how the format writes U+0000. */
export const workbooks = (): Told[] =>
  few(['a_x0000_b', '_xD83D_', '_x000', '_xFFFF_', '\u202e', '', '9'.repeat(400)]).flatMap((text) =>
    CELLS.flatMap((row, r) =>
      row.map((_, c) => ({
        ...{ account: 'data-manager', method: 'POST', path: '/csv' },
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: workbook(
          CELLS.map((other, i) => other.map((cell, j) => (i === r && j === c ? text : cell))),
        ),
        as: `/csv workbook ${r},${c} ${text.slice(0, 10)}`,
      })),
    ),
  );

/** A DICOM file with each of the texts in each of its attributes of text. */
export const images = (): Told[] => {
  const slice = ctSlice();
  const named = Object.entries(slice).filter(([, [, value]]) => typeof value === 'string');
  return few([
    'A\u0000B',
    '\ud83d',
    '\u001b$)A\u001b',
    '\\\\\\',
    '\u202e',
    'x'.repeat(2_000),
  ]).flatMap((text) =>
    named.map(([name, [vr]]) => {
      const { contentType, body } = multipart([dicomFile({ ...slice, [name]: [vr, text] })]);
      return {
        ...{ account: 'hospital-system', method: 'POST', path: '/dicom-web/studies' },
        ...{ type: contentType, body: Uint8Array.from(body) },
        as: `/dicom-web ${name} ${JSON.stringify(text).slice(0, 10)}`,
      };
    }),
  );
};
