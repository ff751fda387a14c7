import type { Database, Principal, RequestOrigin } from '@nodp/database';
import { type IngestResult, type Intake, ingest, ingestTogether } from '@nodp/intake';
import { formatOf } from '../fhir/format-of.ts';

/** A submission and who sent it: plain data, so that it may be taken in by another thread. */
export interface Handed {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  /** By which its format is known: `fhir`, `hl7v2`, `mllp`. */
  readonly channel: string;
  readonly content: Uint8Array;
  /** What its format is told beside the content. */
  readonly request: object;
}

/** What became of one of several things taken in together. */
export type PartTaken = Awaited<ReturnType<typeof ingestTogether>>[number];

/** Reads and writes what was sent. */
export interface Taking {
  take(handed: Handed): Promise<IngestResult>;
  /** Several things that were sent one after the other. @returns what became of each, in their order */
  takeTogether(handed: Handed): Promise<readonly PartTaken[]>;
}

/** Takes in on the thread that calls, by connections of a database. */
export const takingHere = (database: Database, intake: Intake): Taking => {
  const by =
    <T>(work: (...given: Parameters<typeof ingest>) => Promise<T>) =>
    ({ principal, origin, channel, content, request }: Handed): Promise<T> =>
      database.session(
        principal,
        (session) =>
          work(session, intake, {
            ...{ channel, content, request },
            format: formatOf(intake, channel, request),
          }),
        origin,
      );
  return { take: by(ingest), takeTogether: by(ingestTogether) };
};
