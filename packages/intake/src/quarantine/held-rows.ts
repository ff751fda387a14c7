import {
  contentHash,
  type IdentityCipher,
  type Statement,
  sqlStatement,
  storableJson,
} from '@nodp/database';
import type { HeldChange, HeldReason } from '@nodp/database/tables';
import type { ClinicalRecord, Kind } from '@nodp/record';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

/** What somebody decided of a content, or that nobody has. */
export type HeldState = 'HELD' | 'CORRECTED' | 'OVERRULED' | 'REPLACED' | 'CLEARED';

/** A held content as intake looks it up. */
export interface KnownHeld {
  readonly id: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly recordsHash: string;
  readonly state: HeldState;
}

/** What lies sealed of a held record: it may name a person. */
export interface HeldContent {
  /** As it was sent. */
  readonly content: unknown;
  readonly records: readonly ClinicalRecord[];
  /** The sender's key of the patient. */
  readonly patient: string;
}

/** A held record opened. */
export interface OpenedHeld extends KnownHeld, HeldContent {
  readonly patientId: string;
  readonly kinds: readonly Kind[];
  readonly submissionId: string;
  readonly place: string;
  readonly reasons: readonly HeldReason[];
  readonly heldAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly changes: readonly HeldChange[] | null;
}

export interface NewHeld {
  readonly id: string;
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly kinds: readonly Kind[];
  readonly submissionId: string;
  readonly place: string;
  readonly recordsHash: string;
  /** Base64. */
  readonly sealed: string;
  readonly reasons: readonly HeldReason[];
  readonly edits: readonly string[];
  readonly editsVersion: number;
}

/** Of records as they were read, wherever in a submission they stood. */
export const recordsHashOf = (records: readonly ClinicalRecord[]): string =>
  contentHash(records.map(({ source, ...rest }) => ({ ...rest, of: [source.type, source.id] })));

export const sealHeld = (cipher: IdentityCipher, content: HeldContent): string =>
  Buffer.from(cipher.seal(JSON.stringify(content))).toString('base64');

/** Rows of keys of the session's institution that are held, or whose decision stands; held until the transaction ends. */
export const heldOfKeys: Statement<KnownHeld> = {
  text: `select h.id, h.source_type, h.source_id, h.records_hash, h.state
    from unnest($1::text[], $2::text[]) as r(source_type, source_id)
    cross join lateral (
      select s.* from basic.held_record s
      where s.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
        and s.source_type = r.source_type and s.source_id = r.source_id
      offset 0) as h
    where h.state in ('HELD', 'CORRECTED', 'OVERRULED')
    order by h.id`,
  bind: ({ columns }) => columns as unknown[],
};

export const insertHeld: Statement<never> = {
  text: `insert into basic.held_record (id, institution_id, patient_id, source_type, source_id, kinds, submission_id, place,
      records_hash, sealed, reasons, edits, edits_version)
    select r.id, nullif(current_setting('nodp.institution', true), '')::uuid, r."patientId", r."sourceType", r."sourceId", r.kinds,
      r."submissionId", r.place, r."recordsHash", decode(r.sealed, 'base64'), r.reasons, r.edits, r."editsVersion"
    from jsonb_to_recordset($1::text::jsonb) as r(id uuid, "patientId" uuid, "sourceType" text, "sourceId" text, kinds text[],
      "submissionId" uuid, place text, "recordsHash" text, sealed text, reasons jsonb, edits text[], "editsVersion" int)
    order by r."sourceType", r."sourceId"`,
  bind: ({ json }) => [json],
};

/** Held contents that something else took the place of, or whose fault went away elsewhere. */
export const endHeld: Statement<never> = {
  text: `update basic.held_record set state = $2, decided_at = clock_timestamp()
    where id = any($1::uuid[])`,
  bind: ({ ids, state }) => [ids, state],
};

/** What the edits of today say of a record that is held still. */
export const renewReasons: Statement<never> = {
  text: `update basic.held_record set reasons = $2::text::jsonb, edits = $3::text[], edits_version = $4
    where id = $1::uuid and state = 'HELD'`,
  bind: ({ id, reasons, edits, editsVersion }) => [id, storableJson(reasons), edits, editsVersion],
};

const columns =
  sql.raw(`id, patient_id, source_type, source_id, kinds, submission_id, place, records_hash, sealed, reasons,
  state, held_at, decided_by, decided_at, reason, changes`);

type StoredHeld = Omit<OpenedHeld, keyof HeldContent> & { readonly sealed: Uint8Array };

export const oneHeld = sqlStatement<StoredHeld>(
  sql`select ${columns} from basic.held_record where id = ${p('id')}::uuid`,
);

/** The same, that nobody else decides meanwhile. */
export const lockHeld = sqlStatement<StoredHeld>(
  sql`select ${columns} from basic.held_record where id = ${p('id')}::uuid for update`,
);

/** What is held of these patients. */
export const heldOfPatients = sqlStatement<StoredHeld>(sql`
  select ${columns} from basic.held_record
  where patient_id = any(${p('ids')}::uuid[]) and state = 'HELD'
    and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
  order by id for update`);

/** One person of two: what is held of the one is of the other. */
export const moveHeld: Statement<never> = {
  text: `update basic.held_record set patient_id = $2::uuid where patient_id = $1::uuid
    and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
  bind: ({ merged, surviving }) => [merged, surviving],
};

/** What was decided of a content; decisions of other contents of the record stand no more. */
export const decideHeld: Statement<never> = {
  text: `with others as (
      update basic.held_record set state = 'REPLACED'
      where institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
        and source_type = $2 and source_id = $3 and id <> $1::uuid and state in ('CORRECTED', 'OVERRULED'))
    update basic.held_record set state = $4, decided_by = $5, decided_at = clock_timestamp(), reason = $6,
      changes = $7::text::jsonb
    where id = $1::uuid`,
  bind: (v) => [v.id, v.sourceType, v.sourceId, v.state, v.account, v.reason, v.changes],
};

export const openHeld = (cipher: IdentityCipher, { sealed, ...rest }: StoredHeld): OpenedHeld => ({
  ...rest,
  ...(JSON.parse(cipher.open(sealed).toString('utf8')) as HeldContent),
});
