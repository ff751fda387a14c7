import {
  type Database,
  hasScope,
  type IdentityCipher,
  originOf,
  type Principal,
  type Session,
} from '@nodp/database';
import type { Drawer, ObjectStore } from '@nodp/subgraph-imaging/dicom';
import type { Admission } from '../endpoints/admission.ts';
import type { Caller } from '../fhir/endpoint.ts';

export interface DicomServices {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  readonly objects: ObjectStore;
  readonly drawer: Drawer;
  /** The platform's own address, without a slash at its end. */
  readonly url: string;
  /** Most bytes of an instance. */
  readonly mostBytes: number;
  /** The character set that an institution's machines write and do not declare, by its code. */
  readonly charsets: ReadonlyMap<string, string>;
  readonly places: Admission;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** Whether somebody may look at images: accounts that read patients, and clients that read ImagingStudy. */
export const mayRead = (principal: Principal): boolean =>
  hasScope(principal, 'patient:read') &&
  principal.institutionId !== null &&
  (principal.grant === undefined ||
    principal.grant.reads.includes('*') ||
    principal.grant.reads.includes('ImagingStudy'));

/** Milliseconds that a statement may take. */
const PATIENCE = 15_000;
const limit = {
  text: `select set_config('statement_timeout', $1, false)`,
  bind: () => [String(PATIENCE)],
};
const unlimited = { text: `select set_config('statement_timeout', '0', false)`, bind: () => [] };

/** Work of a reader under row-level security, no statement of it longer than is reasonable. */
export const polling = <T>(
  { database }: Pick<DicomServices, 'database'>,
  principal: Principal,
  caller: Caller,
  operation: string,
  work: (session: Session) => Promise<T>,
): Promise<T> =>
  database.session(
    principal,
    async (session) => {
      await session.run(limit);
      try {
        return await work(session);
      } finally {
        await session.run(unlimited);
      }
    },
    { ...originOf(caller), operation },
  );

/** Milliseconds for which one look at a study stands for every frame of it that is drawn. */
const ONE_ACCESS = 5 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Records looks at studies frame by frame: the first of an account is written, and those that follow it for some minutes are the same look. */
export const readsStudies = () => {
  const latest = new Map<string, number>();
  return async (session: Session, study: string, patientId: string | null): Promise<void> => {
    const { accountId, institutionId } = session.principal;
    const key = `${accountId} ${institutionId} ${study}`;
    const now = Date.now();
    if ((latest.get(key) ?? 0) > now - ONE_ACCESS) return;
    await session.audit('read', patientId === null ? [] : [patientId], { images: true });
    latest.delete(key);
    latest.set(key, now);
    if (latest.size > MOST_REMEMBERED) latest.delete(latest.keys().next().value ?? '');
  };
};

export type NoteAccess = ReturnType<typeof readsStudies>;
