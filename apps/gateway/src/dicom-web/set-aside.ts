import type { Principal } from '@nodp/database';
import { originOf } from '@nodp/database';
import { decideAside, setAsideRows } from '@nodp/subgraph-imaging/dicom';
import { json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import type { DicomServices } from './services.ts';
import { undeclaredOf } from './stow.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PAGE = 100;

/** Files that were not taken: a list of what waits, and the decision on one. */
export const setAside = async (
  services: DicomServices,
  request: Request,
  caller: Caller,
  sender: Principal,
  id: string | null,
): Promise<Response> => {
  const origin = { ...originOf(caller), operation: `${request.method} /dicom-web/set-aside` };
  if (request.method === 'GET' && id === null) {
    const before = new URL(request.url).searchParams.get('before');
    if (before !== null && Number.isNaN(Date.parse(before)))
      return refuse(400, 'before: a moment, as a row names it.', 'before：时间。');
    const rows = await services.database.session(
      sender,
      (session) => setAsideRows(session, PAGE, before),
      origin,
    );
    return json(200, { files: rows, next: rows.length < PAGE ? null : rows.at(-1)?.receivedAt });
  }
  if (request.method !== 'POST' || id === null || !UUID.test(id))
    return refuse(405, 'POST {"decision": "dismiss" | "replace"} to a file.', '请 POST 处理决定。');
  const said = (await readJson(request, 1_024)) as { readonly decision?: unknown } | null;
  const decision = said?.decision;
  if (decision !== 'dismiss' && decision !== 'replace')
    return refuse(400, 'decision: “dismiss” or “replace”.', 'decision：“dismiss”或“replace”。');
  const undeclared = await undeclaredOf(services, sender);
  const refused = await services.database.session(
    sender,
    async (session) => {
      const result = await decideAside(session, services, id, decision, undeclared);
      if (result === null) await session.audit('change', [], { setAside: id, decision });
      return result;
    },
    origin,
  );
  return refused === null
    ? json(200, { id, decision })
    : refuse(refused.status, refused.en, refused.zh);
};
