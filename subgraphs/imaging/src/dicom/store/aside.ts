import { gzipSync } from 'node:zlib';
import { type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { readInstance } from './instance.ts';
import type { ObjectStore } from './objects.ts';
import { countSeries } from './statements.ts';

const p = sql.placeholder;

export interface AsideRow {
  readonly id: string;
  readonly fault: string;
  readonly reason: string;
  readonly studyUid: string | null;
  readonly seriesUid: string | null;
  readonly sopUid: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly storedSha256: string | null;
  readonly accountId: string;
  readonly receivedAt: string;
  readonly state: 'WAITING' | 'DISMISSED' | 'REPLACED';
}

const columns = sql`id, fault, reason, study_uid, series_uid, sop_uid, sha256, bytes, stored_sha256, account_id, received_at, state`;

const listed = sqlStatement<AsideRow>(sql`
  select ${columns} from imaging.dicom_set_aside
  where state = 'WAITING' and (${p('before')}::timestamptz is null or received_at < ${p('before')}::timestamptz)
  order by received_at desc, id limit ${p('limit')}::int`);

const one = sqlStatement<AsideRow>(sql`
  select ${columns} from imaging.dicom_set_aside where id = ${p('id')}::uuid for update`);

const decided = sqlStatement<never>(sql`
  update imaging.dicom_set_aside set state = ${p('state')}::text, decided_by = ${p('account')}::text, decided_at = now()
  where id = ${p('id')}::uuid`);

const replaced = sqlStatement<{ readonly sopUid: string }>(sql`
  update imaging.dicom_instance set sha256 = ${p('sha256')}::text, bytes = ${p('bytes')}::bigint,
    metadata = decode(${p('metadata')}::text, 'base64'), transfer_syntax = ${p('syntax')}::text, number = ${p('number')}::int,
    frames = ${p('frames')}::int, drawn = ${p('drawn')}::int, account_id = ${p('account')}::text, received_at = now()
  where institution_id = ${p('institution')}::uuid and sop_uid = ${p('sop')}::text and study_uid = ${p('study')}::text
    and series_uid = ${p('series')}::text and sha256 = ${p('stored')}::text
  returning sop_uid`);

/** What an institution's files are set aside for and nobody has decided on, latest first. */
export const setAsideRows = (session: Session, limit: number, before: string | null) =>
  session.run(listed, { limit, before });

export type Decision = 'dismiss' | 'replace';

/**
 * Decides on a file that was set aside: it is dismissed, or a conflict's takes the place of what is stored. The bytes of both are retained.
 * @returns what stood in the way, in both languages; null where it is done
 */
export const decideAside = async (
  session: Session,
  { cipher, objects }: { readonly cipher: IdentityCipher; readonly objects: ObjectStore },
  id: string,
  decision: Decision,
  undeclared: string | null,
): Promise<{ readonly status: 404 | 409; readonly en: string; readonly zh: string } | null> =>
  session.transaction(async () => {
    const [row] = await session.run(one, { id });
    if (row === undefined || row.state !== 'WAITING')
      return { status: 404, en: 'No such file is set aside.', zh: '没有该待处理的文件。' };
    const account = session.principal.accountId;
    if (decision === 'dismiss') {
      await session.run(decided, { id, account, state: 'DISMISSED' });
      return null;
    }
    if (row.fault !== 'conflict')
      return {
        status: 409,
        en: 'Only a conflict of two contents is decided by replacing one.',
        zh: '仅内容冲突可以替换。',
      };
    const bytes = objects.open(row.sha256);
    try {
      const instance = readInstance(bytes, undeclared);
      const institution = session.principal.institutionId;
      const done = await session.run(replaced, {
        ...{ institution, account, sha256: row.sha256, bytes: row.bytes },
        ...{ sop: instance.sopUid, study: instance.studyUid, series: instance.seriesUid },
        ...{ stored: row.storedSha256, syntax: instance.transferSyntax, number: instance.number },
        ...{ frames: instance.frames, drawn: instance.drawn ? 1 : 0 },
        metadata: Buffer.from(
          cipher.seal(gzipSync(JSON.stringify(instance.json), { level: 5 })),
        ).toString('base64'),
      });
      if (done.length === 0)
        return {
          status: 409,
          en: 'What is stored is of another study or series, or was replaced since.',
          zh: '已存内容属于其他检查或序列，或已被替换。',
        };
      await session.run(countSeries, {
        institution,
        studies: [instance.studyUid],
        series: [instance.seriesUid],
      });
      await session.run(decided, { id, account, state: 'REPLACED' });
      return null;
    } finally {
      bytes.close();
    }
  });
