import {
  type Database,
  forSystem,
  originOf,
  type Principal,
  type Scope,
  type Session,
} from '@nodp/database';
import { decodePair, type IdKind, type Label } from '@nodp/graph';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { enteringEndpoint } from './entering.ts';
import { refuse } from './json.ts';

/** A record by the platform's own keys. */
export interface RecordKey {
  readonly patientId: string;
  readonly id: string;
}

/** A kind of record that people of an institution enter on a page and take back. */
interface EnteredRecords<Asked extends { readonly patientId: string }, Result> {
  /** The endpoint's own name, as the audit has it. */
  readonly path: string;
  readonly scope: Scope;
  /** Said to who may not. */
  readonly forbidden: Label;
  /** The kind of the graph's ids of these records. */
  readonly kind: IdKind;
  /** Most bytes of a body. */
  readonly longest: number;
  /** The body by the platform's own keys; null, or an id that cannot be decoded, where it is not understood. */
  readonly read: (body: unknown) => Asked | null;
  /** Said of a body that is not understood. */
  readonly unreadable: Label;
  /** Said where there is no such record. */
  readonly unknown: Label;
  /** What the audit has beside the patient: of what is entered, and of what is taken back (null). */
  readonly audited: (asked: Asked | null) => Record<string, unknown>;
  readonly enter: (session: Session, asked: Asked) => Promise<Result>;
  readonly takeBack: (session: Session, key: RecordKey) => Promise<Result>;
  readonly answer: (result: Result, patientId: string) => Response;
}

/** The value, or null where an id of it is none. */
const decoded = <T>(decode: () => T): T | null => {
  try {
    return decode();
  } catch {
    return null;
  }
};

/** `POST {path}` enters a record, `POST {path}/{id}/take-back` withdraws it. The endpoint never throws. */
export const enteredRecordsEndpoint = <Asked extends { readonly patientId: string }, Result>(
  of: EnteredRecords<Asked, Result>,
  database: Database,
  onError?: (error: unknown, requestId: string) => void,
) => {
  const { path, scope, forbidden, kind, unreadable, unknown } = of;

  const write = (
    who: Principal,
    caller: Caller,
    operation: string,
    patientId: string,
    asked: Asked | null,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> =>
    database.session(
      // For the institution's system, under the person's own name.
      forSystem(who),
      async (session) => {
        await session.audit('change', [patientId], of.audited(asked));
        return work(session);
      },
      { ...originOf(caller), operation },
    );

  const enter = async (who: Principal, request: Request, caller: Caller): Promise<Response> => {
    const body = await readJson(request, of.longest);
    const asked = decoded(() => of.read(body));
    if (asked === null) return refuse(400, unreadable.en, unreadable.zh);
    const result = await write(who, caller, `POST ${path}`, asked.patientId, asked, (session) =>
      of.enter(session, asked),
    );
    return of.answer(result, asked.patientId);
  };

  const takeBack = async (who: Principal, text: string, caller: Caller): Promise<Response> => {
    const key = decoded(() => decodePair(kind, text));
    if (key === null) return refuse(404, unknown.en, unknown.zh);
    const operation = `POST ${path}/{id}/take-back`;
    const result = await write(who, caller, operation, key.patientId, null, (session) =>
      of.takeBack(session, key),
    );
    return of.answer(result, key.patientId);
  };

  return enteringEndpoint(
    {
      ...{ scope, forbidden },
      answer: async (who, request, caller, [id, action]) => {
        if (!id) return enter(who, request, caller);
        return action === 'take-back'
          ? takeBack(who, id, caller)
          : refuse(404, 'There is no such address.', '没有该地址。');
      },
    },
    onError,
  );
};
