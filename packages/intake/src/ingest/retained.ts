import {
  contentHash,
  type IdentityCipher,
  type Session,
  type Statement,
  storableJson,
} from '@nodp/database';
import type { ReadUnit } from '../units.ts';

/**
 * What is retained as sent may name a person (a display, a related person), so it lies sealed:
 * `{"sealed": base64}` of the resource's JSON.
 */
const statement: Statement<never> = {
  text: `insert into basic.retained_resource
      (institution_id, resource_type, source_id, content_hash, submission_id, reason, content)
    select nullif(current_setting('nodp.institution', true), '')::uuid, r."resourceType", r."sourceId",
      r."contentHash", r."submissionId", r.reason, r.content
    from jsonb_to_recordset($1::text::jsonb) as r("resourceType" text, "sourceId" text, "contentHash" text,
      "submissionId" uuid, reason text, content jsonb)
    order by 2, 3, 4
    on conflict do nothing`,
  bind: ({ json }) => [json],
};

/** Keeps what the platform does not model, once for each content. */
export const keep = async (
  session: Session,
  cipher: IdentityCipher,
  submissionId: string,
  entries: readonly ReadUnit[],
): Promise<void> => {
  const rows = entries.flatMap(({ reading, content, type, key }) => {
    if (reading.outcome !== 'retained' || content === null) return [];
    const sealed = Buffer.from(cipher.seal(JSON.stringify(content))).toString('base64');
    return [
      {
        resourceType: type,
        sourceId: key,
        contentHash: contentHash(content),
        submissionId,
        reason: reading.reason,
        content: { sealed },
      },
    ];
  });
  if (rows.length > 0) await session.run(statement, { json: storableJson(rows) });
};
