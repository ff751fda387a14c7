import { gzipSync } from 'node:zlib';
import {
  type Database,
  type IdentityCipher,
  originOf,
  type Principal,
  type RequestOrigin,
  type Session,
} from '@nodp/database';
import { v7 as uuidv7 } from 'uuid';
import { DicomFault, type Fault } from '../part10/fault.ts';
import { seriesAttributes, studyAttributes } from './attributes.ts';
import { type NamedUids, type ReadInstance, readInstance, uidsIn } from './instance.ts';
import type { ObjectStore, Received } from './objects.ts';
import { storedAlike } from './same.ts';
import {
  addInstances,
  addSeries,
  addStudies,
  countSeries,
  countStudies,
  joinOwn,
  patientsOf,
  type StoredInstance,
  setAside,
  storedInstances,
  studyPatients,
} from './statements.ts';

export interface TakeServices {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  readonly objects: Pick<ObjectStore, 'open'>;
}

export interface Sender {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  /** What the institution's machines write without declaring it. */
  readonly undeclared: string | null;
  /** The study that the request is of; null where it may be any. */
  readonly study: string | null;
  /** By which way they came, as the audit names it. */
  readonly operation?: string;
}

/** What became of an instance that came. */
export type Taken =
  | { readonly outcome: 'stored' | 'known'; readonly instance: ReadInstance }
  | {
      readonly outcome: 'set-aside';
      readonly fault: Fault;
      readonly reason: string;
      readonly uids: NamedUids;
    };

type Read =
  | { readonly received: Received; readonly instance: ReadInstance }
  | {
      readonly received: Received;
      readonly fault: Fault;
      readonly reason: string;
      readonly uids: NamedUids;
      readonly storedSha256?: string;
    };
type Sound = Extract<Read, { readonly instance: ReadInstance }>;

const uidsOf = ({ studyUid, seriesUid, sopUid, sopClass }: ReadInstance): NamedUids => ({
  ...{ studyUid, seriesUid, sopUid, sopClass },
});

const read = (received: Received, { undeclared, study }: Sender): Read => {
  const bytes = received.open();
  try {
    const instance = readInstance(bytes, undeclared);
    if (study === null || instance.studyUid === study) return { received, instance };
    const reason = `It is of the study ${instance.studyUid}, and was sent to another.`;
    return { received, fault: 'other-study', reason, uids: uidsOf(instance) };
  } catch (error) {
    if (!(error instanceof DicomFault)) throw error;
    return { received, fault: error.fault, reason: error.message, uids: uidsIn(bytes) };
  } finally {
    bytes.close();
  }
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const rowsOf = (cipher: IdentityCipher, sound: readonly Sound[]) => {
  const first = <K>(keyOf: (instance: ReadInstance) => K) => [
    ...new Map(sound.toReversed().map(({ instance }) => [keyOf(instance), instance])).values(),
  ];
  const sealed = (json: object) => base64(cipher.seal(JSON.stringify(json)));
  return {
    studies: first(({ studyUid }) => studyUid).map((one) => ({
      ...{ studyUid: one.studyUid, id: uuidv7(), bornOn: one.bornOn, studyDay: one.studyDay },
      patientHash: one.patientNumber === '' ? '' : cipher.numberHash(one.patientNumber),
      // Components written together as well, as Chinese names are typed.
      nameHashes: cipher.nameHashes(
        one.names.flatMap((name) => [name, name.replace(/[\s^]+/g, '')]),
      ),
      startedAt: one.startedAt,
      description: one.studyDescription,
      attributes: sealed(studyAttributes(one.json)),
    })),
    series: first(({ studyUid, seriesUid }) => `${studyUid} ${seriesUid}`).map((one) => ({
      ...{ studyUid: one.studyUid, seriesUid: one.seriesUid, number: one.seriesNumber },
      ...{ modality: one.modality, description: one.seriesDescription, bodyPart: one.bodyPart },
      attributes: sealed(seriesAttributes(one.json)),
    })),
    instances: sound.map(({ instance: one, received }) => ({
      ...{ sopUid: one.sopUid, studyUid: one.studyUid, seriesUid: one.seriesUid },
      ...{ sopClass: one.sopClass, transferSyntax: one.transferSyntax, number: one.number },
      ...{ frames: one.frames, drawn: one.drawn ? 1 : 0 },
      ...{ sha256: received.sha256, bytes: received.size },
      metadata: base64(cipher.seal(gzipSync(JSON.stringify(one.json), { level: 5 }))),
    })),
  };
};

/** What contradicts what is stored, or came twice in one batch with two contents. */
const contradicted = (
  sound: readonly Sound[],
  stored: ReadonlyMap<string, Pick<StoredInstance, 'sha256'>>,
  patients: ReadonlyMap<string, string>,
  { cipher, alike }: { readonly cipher: IdentityCipher; readonly alike: ReadonlySet<Received> },
): Read[] => {
  const before = new Map([...stored].map(([sop, { sha256 }]) => [sop, sha256]));
  const whose = new Map(patients);
  return sound.map((one) => {
    const { instance, received } = one;
    const { sopUid, studyUid } = instance;
    const known = before.get(sopUid);
    if (known !== undefined && known !== received.sha256 && !alike.has(received)) {
      const reason =
        'Another content is stored under the same SOP Instance UID: it stays until somebody decides.';
      return { received, fault: 'conflict', reason, uids: uidsOf(instance), storedSha256: known };
    }
    before.set(sopUid, known ?? received.sha256);
    const hash = instance.patientNumber === '' ? '' : cipher.numberHash(instance.patientNumber);
    const first = whose.get(studyUid);
    if (first !== undefined && first !== hash) {
      const reason = 'The study has another Patient ID in what is stored of it.';
      return { received, fault: 'other-patient', reason, uids: uidsOf(instance) };
    }
    whose.set(studyUid, hash);
    return one;
  });
};

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Writes what is sound in one transaction; what is there already stays. @returns each, with what contradicts set apart */
const write = async (
  session: Session,
  services: TakeServices,
  institution: string,
  sound: readonly Sound[],
): Promise<Map<Received, Read | 'known'>> => {
  const { cipher } = services;
  const account = session.principal.accountId;
  const sops = unique(sound.map(({ instance }) => instance.sopUid));
  const studies = unique(sound.map(({ instance }) => instance.studyUid));
  const stored = async () =>
    new Map(
      (await session.run(storedInstances, { institution, sops })).map((row) => [row.sopUid, row]),
    );
  const before = await stored();
  const patients = new Map(
    (await session.run(studyPatients, { institution, studies })).map((row) => [
      row.studyUid,
      row.patientHash,
    ]),
  );
  const alike = await storedAlike(services.objects, sound, before);
  const judged = contradicted(sound, before, patients, { cipher, alike });
  const fit = judged.filter((one): one is Sound => 'instance' in one);
  // The same content twice in one batch is one row.
  const fresh = [
    ...new Map(
      fit
        .filter(({ instance }) => !before.has(instance.sopUid))
        .map((one) => [one.instance.sopUid, one]),
    ).values(),
  ];
  const rows = rowsOf(cipher, fresh);
  const json = (of: object) => JSON.stringify(of);
  await session.run(addStudies, { institution, rows: json(rows.studies) });
  await session.run(addSeries, { institution, rows: json(rows.series) });
  const added = new Set(
    (await session.run(addInstances, { institution, account, rows: json(rows.instances) })).map(
      ({ sopUid }) => sopUid,
    ),
  );
  const touched = fresh.filter(({ instance }) => added.has(instance.sopUid));
  const keys = unique(touched.map(({ instance: i }) => `${i.studyUid} ${i.seriesUid}`));
  await session.run(countSeries, {
    institution,
    studies: keys.map((key) => key.split(' ')[0]),
    series: keys.map((key) => key.split(' ')[1]),
  });
  await session.run(countStudies, { institution, studies });
  // Another request may have stored the same UID between: what it stored is what counts.
  const now = added.size === fresh.length ? before : await stored();
  const again = contradicted(fit, now, patients, {
    cipher,
    alike: now === before ? alike : await storedAlike(services.objects, fit, now),
  });
  const whole = new Map<Received, Read | 'known'>(
    judged.flatMap((one) => ('instance' in one ? [] : [[one.received, one] as const])),
  );
  for (const one of again) {
    const isKnown = 'instance' in one && !touched.some(({ received }) => received === one.received);
    whole.set(one.received, isKnown ? 'known' : one);
  }
  return whole;
};

const asideRow = (one: Extract<Read, { readonly fault: Fault }>) => ({
  ...{ id: uuidv7(), fault: one.fault, reason: one.reason, ...one.uids },
  ...{ sha256: one.received.sha256, bytes: one.received.size },
  storedSha256: one.storedSha256 ?? null,
});

/**
 * Takes some instances in: what is sound is stored, once for each SOP Instance UID; what is not, or contradicts what is there, is retained
 * aside with its reason and keeps nothing else from being taken.
 * @returns what became of each, in their order
 */
export const takeInstances = async (
  services: TakeServices,
  sender: Sender,
  received: readonly Received[],
): Promise<Taken[]> => {
  const { principal, origin } = sender;
  const institution = principal.institutionId;
  if (institution === null) throw new Error('Only an institution sends images.');
  const all = received.map((one) => read(one, sender));
  // The bytes are in their place before a row names them.
  for (const { received: one } of all) await one.keep();
  return services.database.session(
    principal,
    async (session) => {
      const sound = all.filter((one): one is Sound => 'instance' in one);
      const result = await session.transaction(async () => {
        const written =
          sound.length === 0
            ? new Map<Received, Read | 'known'>()
            : await write(session, services, institution, sound);
        const last = all.map((one) => ({ one, became: written.get(one.received) ?? one }));
        const aside = last.flatMap(({ became }) =>
          became !== 'known' && 'fault' in became ? [asideRow(became)] : [],
        );
        if (aside.length > 0)
          await session.run(setAside, {
            institution,
            account: principal.accountId,
            rows: JSON.stringify(aside),
          });
        if (sound.length > 0) await session.run(joinOwn);
        return last;
      });
      const studies = unique(sound.map(({ instance }) => instance.studyUid));
      const patients = await session.run(patientsOf, { institution, studies });
      await session.audit(
        'write',
        patients.map(({ patientId }) => patientId),
        { instances: received.length, studies: studies.length },
      );
      return result.map(({ one, became }): Taken => {
        if (became !== 'known' && 'fault' in became)
          return { outcome: 'set-aside', ...pick(became) };
        const { instance } = one as Sound;
        return { outcome: became === 'known' ? 'known' : 'stored', instance };
      });
    },
    { ...originOf(origin), operation: sender.operation ?? 'POST /dicom-web/studies' },
  );
};

const pick = ({ fault, reason, uids }: Extract<Read, { readonly fault: Fault }>) => ({
  ...{ fault, reason, uids },
});
