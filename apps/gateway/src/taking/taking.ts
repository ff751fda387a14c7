import type { Database, Principal, RequestOrigin, Session } from '@nodp/database';
import {
  type IngestResult,
  type Intake,
  ingest,
  ingestTogether,
  type Submission,
} from '@nodp/intake';
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

/** Several things that were sent one after the other, by one sender. */
export interface HandedTogether extends Handed {
  /** The request of each. */
  readonly origins: readonly RequestOrigin[];
}

/** What became of one of several things taken in together. */
export type PartTaken = Awaited<ReturnType<typeof ingestTogether>>[number];

/** Reads and writes what was sent. */
export interface Taking {
  take(handed: Handed): Promise<IngestResult>;
  /** Several things that were sent one after the other. @returns what became of each, in their order */
  takeTogether(handed: HandedTogether): Promise<readonly PartTaken[]>;
}

/** Takes in on the thread that calls, by connections of a database. */
export const takingHere = (database: Database, intake: Intake): Taking => {
  const within = <T>(
    { principal, origin, channel, content, request }: Handed,
    work: (session: Session, submission: Submission) => Promise<T>,
  ): Promise<T> => {
    const format = formatOf(intake, channel, request);
    return database.session(
      principal,
      (session) => work(session, { channel, content, request, format }),
      origin,
    );
  };
  return {
    take: (handed) => within(handed, (session, sent) => ingest(session, intake, sent)),
    takeTogether: (handed) =>
      within(handed, (session, sent) => ingestTogether(session, intake, sent, handed.origins)),
  };
};
