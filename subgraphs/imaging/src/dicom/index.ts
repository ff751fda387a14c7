/** The store of DICOM instances: what the gateway's DICOMweb endpoint is made of. */

export { CopyRefused, deidentified, type Profile } from './deidentify/deidentify.ts';
export { OPTIONS, type Option } from './deidentify/table.ts';
export { writeCopy } from './deidentify/write.ts';
export { type JsonDataSet, numberOf, textOf } from './json/dicom-json.ts';
export { bytesOf } from './part10/bytes.ts';
export { asciiOf, wholeOf } from './part10/element.ts';
export { headBefore } from './part10/encode.ts';
export { DicomFault, type Fault } from './part10/fault.ts';
export { readPart10 } from './part10/read.ts';
export { writePart10 } from './part10/write.ts';
export { type Level, QuestionRefused, readDicomQuestion } from './query/question.ts';
export { decodedSamples } from './render/decoded-samples.ts';
export { frameOf } from './render/frames.ts';
export { imageOf, NotDrawn } from './render/image.ts';
export { type Drawer, startDrawer, TooManyDrawn } from './render/pool.ts';
export type { Drawing } from './render/render.ts';
export { windowOf } from './render/window.ts';
export { decideAside, setAsideRows } from './store/aside.ts';
export { findDicom } from './store/find.ts';
export { metadataOf } from './store/metadata.ts';
export { folderStore, type ObjectStore, type OpenObject, type Received } from './store/objects.ts';
export { imageProblems } from './store/problems.ts';
export {
  holderOf,
  type InstanceRow,
  instancesOf,
  type Named,
  representative,
} from './store/read.ts';
export { type Taken, takeInstances } from './store/take.ts';
