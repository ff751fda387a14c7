import {
  contentHash,
  type IdentityCipher,
  type Session,
  type Statement,
  sqlStatement,
  storableJson,
} from '@nodp/database';
import type { Issue } from '@nodp/record';
import { sql } from 'drizzle-orm';
import type { ReadUnit, SentVersion } from '../units.ts';

/** The first 64 bits of the hash of what was sent: the version as it is answered to the sender. */
export const versionTag = (hash: string): string => hash.slice(0, 16);

interface Known {
  readonly record: string;
  readonly lastUpdated: string | null;
  readonly versionId: string | null;
  readonly etag: string;
}

const select = sqlStatement<Known>(sql`
  select record, last_updated as "lastUpdated", version_id as "versionId", etag from basic.record_version
  where institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
    and record = any(${sql.placeholder('records')}::text[])
  order by record for update`);

const put: Statement<never> = {
  text: `insert into basic.record_version (institution_id, record, last_updated, version_id, etag)
    select nullif(current_setting('nodp.institution', true), '')::uuid, r.record, r."lastUpdated", r."versionId", r.etag
    from jsonb_to_recordset($1::text::jsonb) as r(record text, "lastUpdated" timestamptz, "versionId" text, etag text)
    order by 2
    on conflict (institution_id, record) do update set last_updated = excluded.last_updated,
      version_id = excluded.version_id, etag = excluded.etag`,
  bind: ({ json }) => [json],
};

/** A record's key may name a person, so only its keyed hash is stored. */
const recordOf = (cipher: IdentityCipher, { type, key }: ReadUnit): string =>
  cipher.aliasHash(`${type} ${key}`);

/** Whether what is sent is certainly older than what is known: by its instant, else by a counted version. */
const isOlder = (sent: SentVersion, known: Known): boolean => {
  if (sent.lastUpdated !== null && known.lastUpdated !== null) {
    const difference = Date.parse(sent.lastUpdated) - Date.parse(known.lastUpdated);
    if (difference !== 0) return difference < 0;
  }
  const [a, b] = [sent.versionId, known.versionId];
  return a !== null && b !== null && /^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) < Number(b);
};

const conflict = (unit: ReadUnit, known: Known | undefined): Issue => ({
  severity: 'error',
  code: 'conflict',
  where: unit.where,
  message:
    known === undefined
      ? 'The platform knows no version of this record to compare with If-Match. Send it without If-Match.'
      : 'Another version of this record is known than the one named in If-Match. Read it again at its source, and send the change to the newest version.',
});

const older = (unit: ReadUnit): Issue => ({
  severity: 'warning',
  code: 'conflict',
  where: unit.where,
  message: 'A newer version of this record is known: it stands, and this one is left out.',
});

export interface Versions {
  /** The units, those refused whose version is not the expected one. */
  readonly units: readonly ReadUnit[];
  /** Units that are older than what is known: they change nothing. */
  readonly outdated: ReadonlyMap<ReadUnit, Issue>;
  /** Stores the versions that were taken in. */
  close(): Promise<void>;
}

/** Compares the versions sent with those known; they are held until the transaction ends. */
export const compareVersions = async (
  session: Session,
  cipher: IdentityCipher,
  units: readonly ReadUnit[],
): Promise<Versions> => {
  const versioned = units.filter((u) => u.version !== null && u.reading.outcome !== 'refused');
  if (versioned.length === 0) return { units, outdated: new Map(), close: async () => {} };
  const records = new Map(versioned.map((unit) => [unit, recordOf(cipher, unit)]));
  const rows = await session.run(select, { records: [...records.values()] });
  const known = new Map(rows.map((row) => [row.record, row]));
  const outdated = new Map<ReadUnit, Issue>();
  const compared = units.map((unit): ReadUnit => {
    const record = records.get(unit);
    if (record === undefined || unit.version === null) return unit;
    const last = known.get(record);
    const { expected } = unit.version;
    if (
      expected !== null &&
      expected !== '*' &&
      expected !== last?.etag &&
      expected !== last?.versionId
    ) {
      return { ...unit, reading: { outcome: 'refused', issues: [conflict(unit, last)] } };
    }
    if (last !== undefined && expected === null && isOlder(unit.version, last))
      outdated.set(unit, older(unit));
    return unit;
  });
  return {
    units: compared,
    outdated,
    close: async () => {
      const taken = versioned.filter((unit) => compared.includes(unit) && !outdated.has(unit));
      if (taken.length === 0) return;
      const sent = taken.map((unit) => ({
        record: records.get(unit),
        lastUpdated: unit.version?.lastUpdated,
        versionId: unit.version?.versionId,
        etag: versionTag(contentHash(unit.content)),
      }));
      await session.run(put, { json: storableJson(sent) });
    },
  };
};
