import { writePart10 } from '@nodp/subgraph-imaging/dicom';
import { type Drawn, drawSlice, ROWS, SLICES, SPACING, THICKNESS } from './draw-stack.ts';
import { runLengths } from './run-lengths.ts';

const CT = '1.2.840.10008.5.1.4.1.1.2';
const RLE = '1.2.840.10008.1.2.5';

/** A study of one series that is drawn. */
export interface StackOf {
  readonly study: string;
  readonly series: string;
  /** YYYYMMDD and HHMMSS in China. */
  readonly day: string;
  readonly time: string;
  readonly description: string;
  readonly patientNumber: string;
  readonly patientName: string;
  /** YYYYMMDD; empty where it is not known to the day. */
  readonly bornOn: string;
  readonly sex: 'F' | 'M' | 'O';
  readonly lesions: readonly Drawn[];
}

const corner = -((ROWS - 1) / 2) * SPACING;

const sliceFile = (stack: StackOf, slice: number): Buffer =>
  writePart10(
    {
      '00080008': ['CS', 'DERIVED\\PRIMARY\\AXIAL'],
      '00080016': ['UI', CT],
      '00080018': ['UI', `${stack.series}.${slice + 1}`],
      '00080020': ['DA', stack.day],
      '00080022': ['DA', stack.day],
      '00080030': ['TM', stack.time],
      '00080032': ['TM', stack.time],
      '00080050': ['SH', ''],
      '00080060': ['CS', 'CT'],
      '00080070': ['LO', 'NODP'],
      '00080090': ['PN', ''],
      '00080201': ['SH', '+0800'],
      '00081030': ['LO', stack.description],
      '0008103E': ['LO', '胸腹部增强 5 mm'],
      '00081090': ['LO', 'Drawn by the demonstration'],
      '00100010': ['PN', stack.patientName],
      '00100020': ['LO', stack.patientNumber],
      '00100030': ['DA', stack.bornOn],
      '00100040': ['CS', stack.sex],
      '00180015': ['CS', 'CHEST'],
      '00180050': ['DS', String(THICKNESS)],
      '00180060': ['DS', ''],
      '00185100': ['CS', 'HFS'],
      '0020000D': ['UI', stack.study],
      '0020000E': ['UI', stack.series],
      '00200010': ['SH', ''],
      '00200011': ['IS', '1'],
      '00200012': ['IS', '1'],
      '00200013': ['IS', String(slice + 1)],
      '00200032': ['DS', `${corner.toFixed(2)}\\${corner.toFixed(2)}\\${-slice * THICKNESS}`],
      '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
      '00200052': ['UI', `${stack.series}.0`],
      '00201040': ['LO', ''],
      '00201041': ['DS', String(-slice * THICKNESS)],
      '00280002': ['US', [1]],
      '00280004': ['CS', 'MONOCHROME2'],
      '00280010': ['US', [ROWS]],
      '00280011': ['US', [ROWS]],
      '00280030': ['DS', `${SPACING}\\${SPACING}`],
      '00280100': ['US', [16]],
      '00280101': ['US', [16]],
      '00280102': ['US', [15]],
      '00280103': ['US', [1]],
      '00280301': ['CS', 'NO'],
      '00281050': ['DS', '40'],
      '00281051': ['DS', '400'],
      '00281052': ['DS', '0'],
      '00281053': ['DS', '1'],
      '00281054': ['LO', 'HU'],
      '7FE00010': ['OB', { fragment: runLengths(drawSlice(slice, stack.lesions), ROWS) }],
    },
    RLE,
  );

/** The files of a stack, from the head downwards. */
export function* stackFiles(stack: StackOf): Generator<Buffer> {
  for (let slice = 0; slice < SLICES; slice++) yield sliceFile(stack, slice);
}
