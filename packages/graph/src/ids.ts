import { badInput } from './errors.ts';

/**
 * Ids shown in the graph are opaque: a kind, then UUIDs in base64url. Ids of a patient's records
 * carry the patient's UUID first, so that any of them is found on one shard.
 */
const kinds = {
  Patient: { prefix: 'pat', parts: 1 },
  Institution: { prefix: 'ins', parts: 1 },
  Submission: { prefix: 'sub', parts: 1 },
  Job: { prefix: 'job', parts: 1 },
  AuditEvent: { prefix: 'aud', parts: 1 },
  IdentityClaim: { prefix: 'clm', parts: 1 },
  BreakGlass: { prefix: 'brk', parts: 1 },
  Article: { prefix: 'art', parts: 1 },
  ApiClient: { prefix: 'api', parts: 1 },
  Webhook: { prefix: 'hok', parts: 1 },
  WebhookDelivery: { prefix: 'dlv', parts: 1 },
  BoardMeeting: { prefix: 'brd', parts: 1 },
  PatientNote: { prefix: 'nte', parts: 2 },
  BoardCase: { prefix: 'bca', parts: 2 },
  NoteFile: { prefix: 'nof', parts: 2 },
  Referral: { prefix: 'ref', parts: 2 },
  SavedCohort: { prefix: 'coh', parts: 1 },
  ResearchProject: { prefix: 'prj', parts: 1 },
  ResearchStudy: { prefix: 'std', parts: 1 },
  PartnerStudy: { prefix: 'pst', parts: 1 },
  StorageContainer: { prefix: 'stc', parts: 1 },
  BankedSpecimen: { prefix: 'bsp', parts: 1 },
  BankDonor: { prefix: 'dnr', parts: 1 },
  SpecimenRequest: { prefix: 'srq', parts: 1 },
  Tumour: { prefix: 'tum', parts: 2 },
  Stage: { prefix: 'sta', parts: 2 },
  Treatment: { prefix: 'tre', parts: 2 },
  Specimen: { prefix: 'spe', parts: 2 },
  ImagingStudy: { prefix: 'stu', parts: 2 },
  FollowupContact: { prefix: 'con', parts: 2 },
  Lesion: { prefix: 'les', parts: 2 },
  RecurrenceAlert: { prefix: 'alt', parts: 2 },
  StageFinding: { prefix: 'sfi', parts: 2 },
  Task: { prefix: 'tsk', parts: 2 },
  DataExport: { prefix: 'exp', parts: 1 },
  ContactOutcome: { prefix: 'out', parts: 2 },
  ScreeningRound: { prefix: 'scr', parts: 2 },
  SymptomQuestionnaire: { prefix: 'syq', parts: 2 },
  SymptomAlert: { prefix: 'sya', parts: 2 },
  FollowupPlan: { prefix: 'pla', parts: 2 },
  MessageTemplate: { prefix: 'mtp', parts: 1 },
  Message: { prefix: 'msg', parts: 2 },
} as const;
export type IdKind = keyof typeof kinds;

const taken = new Set<string>(Object.values(kinds).map(({ prefix }) => prefix));
/** Of ids that begin with a patient's UUID: how many UUIDs follow the prefix. */
const ofPatients = new Map<string, number>([
  [kinds.Patient.prefix, 1],
  ...Object.values(kinds).flatMap(({ prefix, parts }) =>
    parts === 2 ? [[prefix, parts] as const] : [],
  ),
]);

/**
 * Ids of a kind of record that nothing but its own resolver shows: for a patient's and a record's UUID.
 * @throws where another kind has the prefix
 */
export const recordIds = (prefix: string): ((patientId: string, id: string) => string) => {
  if (taken.has(prefix)) throw new Error(`Ids of another kind begin with “${prefix}”.`);
  taken.add(prefix);
  ofPatients.set(prefix, 2);
  return (patientId, id) => written(prefix, [patientId, id]);
};

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

const written = (prefix: string, uuids: readonly string[]): string =>
  `${prefix}_${Buffer.concat(uuids.map(bytesOf)).toString('base64url')}`;

/** @param uuids one, or for a patient's record the patient's and the record's */
export const encodeId = (kind: IdKind, ...uuids: string[]): string =>
  written(kinds[kind].prefix, uuids);

/** @throws BAD_USER_INPUT where the text is no id of this kind */
export const decodeId = (kind: IdKind, id: string): string[] => {
  const { prefix, parts } = kinds[kind];
  const text = id.startsWith(`${prefix}_`) ? id.slice(prefix.length + 1) : '';
  const bytes = Buffer.from(text, 'base64url');
  // Decoding leaves out what is no base64url: without the way back, one record would have many ids.
  if (bytes.length !== parts * 16 || bytes.toString('base64url') !== text) {
    throw badInput(`“${id}” is not the id of a ${kind}.`);
  }
  return Array.from({ length: parts }, (_, i) => uuidOf(bytes.subarray(i * 16, i * 16 + 16)));
};

/** The UUID of an id that has one. */
export const decodeOne = (kind: IdKind, id: string): string => decodeId(kind, id)[0] as string;

/** The patient's and the record's UUID of an id that has both. */
export const decodePair = (kind: IdKind, id: string): { patientId: string; id: string } => {
  const [patientId, record] = decodeId(kind, id) as [string, string];
  return { patientId, id: record };
};

/** Letters that no id has more of. */
const LONGEST = 64;

/** The UUID of a text that is an id of one of these kinds; null of every other text. */
export const idNamed = (text: string, of: readonly IdKind[]): string | null => {
  const end = text.length > LONGEST ? -1 : text.indexOf('_');
  const kind = of.find((one) => kinds[one].parts === 1 && kinds[one].prefix === text.slice(0, end));
  if (end < 0 || kind === undefined) return null;
  const uuids = text.slice(end + 1);
  const bytes = Buffer.from(uuids, 'base64url');
  return bytes.length === 16 && bytes.toString('base64url') === uuids ? uuidOf(bytes) : null;
};

/** The patient whom a text names that is the id of a patient or of a patient's record; null of every other text. */
export const patientNamed = (text: string): string | null => {
  const end = text.length > LONGEST ? -1 : text.indexOf('_');
  const parts = end < 0 ? undefined : ofPatients.get(text.slice(0, end));
  if (parts === undefined) return null;
  const uuids = text.slice(end + 1);
  const bytes = Buffer.from(uuids, 'base64url');
  return bytes.length === parts * 16 && bytes.toString('base64url') === uuids
    ? uuidOf(bytes.subarray(0, 16))
    : null;
};
