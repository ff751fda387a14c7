import { contentHash, type IdentityCipher, type Session, type Statement } from '@nodp/database';
import type { ReadEntry } from '../fhir/read.ts';

/**
 * What is kept as sent may name a person (a display, a related person), so it lies sealed:
 * `{"sealed": base64}` of the resource's JSON.
 */
const statement: Statement<never> = {
  text: `insert into basic.kept_resource
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
  entries: readonly ReadEntry[],
): Promise<void> => {
  const rows = entries.flatMap(({ reading, resource, resourceType, key }) => {
    if (reading.outcome !== 'retained' || resource === null) return [];
    const sealed = Buffer.from(cipher.seal(JSON.stringify(resource))).toString('base64');
    return [
      {
        resourceType,
        sourceId: key,
        contentHash: contentHash(resource),
        submissionId,
        reason: reading.reason,
        content: { sealed },
      },
    ];
  });
  if (rows.length > 0) await session.run(statement, { json: JSON.stringify(rows) });
};
