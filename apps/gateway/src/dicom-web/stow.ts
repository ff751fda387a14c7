import { type Principal, sqlStatement } from '@nodp/database';
import { DicomFault, type Received, type Taken, takeInstances } from '@nodp/subgraph-imaging/dicom';
import { sql } from 'drizzle-orm';
import { RETRY_AFTER } from '../endpoints/admission.ts';
import { refuse } from '../endpoints/json.ts';
import { boundaryOf, MultipartRefused, multipartParts } from '../endpoints/multipart.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { FAILURES } from './failures.ts';
import type { DicomServices } from './services.ts';

/** Instances that are written together, bytes of them that wait for it at most, and those of one request. */
const BATCH = 16;
const BATCH_BYTES = 64 * 2 ** 20;
const MOST_INSTANCES = 50_000;

/** What did not fit: told without a name, because nothing of it was read to the end. */
interface TooLarge {
  readonly outcome: 'too-large';
  readonly reason: string;
}
type Outcome = Taken | TooLarge;

const element = (vr: string, ...values: (string | number | object)[]) => ({ vr, Value: values });

type Failed = TooLarge | Extract<Taken, { readonly outcome: 'set-aside' }>;
const isFailed = (one: Outcome): one is Failed =>
  one.outcome === 'set-aside' || one.outcome === 'too-large';

const failure = (outcome: Failed) => {
  const fault = outcome.outcome === 'too-large' ? 'too-large' : outcome.fault;
  const { sopClass = null, sopUid = null } = outcome.outcome === 'too-large' ? {} : outcome.uids;
  return {
    ...(sopClass !== null && { '00081150': element('UI', sopClass) }),
    ...(sopUid !== null && { '00081155': element('UI', sopUid) }),
    '00081197': element('US', FAILURES[fault]),
    // In words as well, in a block of our own, so that who sends knows how to correct it.
    '00090010': element('LO', 'NODP'),
    '00091001': element('UT', outcome.reason),
  };
};

/** The response of PS3.18 10.5.3 as DICOM JSON. */
const stowAnswer = (url: string, outcomes: readonly Outcome[]): Response => {
  const stored = outcomes.flatMap((one) => (isFailed(one) ? [] : [one.instance]));
  const failed = outcomes.filter(isFailed).map(failure);
  const [named, nameless] = [
    failed.filter((one) => '00081155' in one),
    failed.filter((one) => !('00081155' in one)),
  ];
  const studies = new Set(stored.map(({ studyUid }) => studyUid));
  const address = (study: string) => `${url}/dicom-web/studies/${study}`;
  const body = {
    ...(studies.size === 1 && { '00081190': element('UR', address([...studies][0] ?? '')) }),
    ...(stored.length > 0 && {
      '00081199': element(
        'SQ',
        ...stored.map(({ sopClass, sopUid, studyUid, seriesUid }) => ({
          '00081150': element('UI', sopClass),
          '00081155': element('UI', sopUid),
          '00081190': element('UR', `${address(studyUid)}/series/${seriesUid}/instances/${sopUid}`),
        })),
      ),
    }),
    ...(named.length > 0 && { '00081198': element('SQ', ...named) }),
    ...(nameless.length > 0 && { '0008119A': element('SQ', ...nameless) }),
  };
  return new Response(JSON.stringify(body), {
    status: failed.length === 0 ? 200 : stored.length === 0 ? 409 : 202,
    headers: { 'content-type': 'application/dicom+json', 'cache-control': 'no-store' },
  });
};

const codeOf = sqlStatement<{ readonly code: string }>(
  sql`select code from basic.institution where id = ${sql.placeholder('institution')}::uuid`,
);

/** What the institution's machines write without declaring it; null where the settings say nothing. */
export const undeclaredOf = async (
  { database, charsets }: Pick<DicomServices, 'database' | 'charsets'>,
  principal: Principal,
): Promise<string | null> => {
  if (charsets.size === 0) return null;
  const rows = await database.session(principal, (session) =>
    session.run(codeOf, { institution: principal.institutionId }),
  );
  return charsets.get(rows[0]?.code ?? '') ?? charsets.get('*') ?? null;
};

const takeAll = async (
  services: DicomServices,
  request: Request,
  caller: Caller,
  sender: Principal,
  study: string | null,
  boundary: string,
): Promise<Outcome[]> => {
  const { objects, mostBytes } = services;
  const undeclared = await undeclaredOf(services, sender);
  const outcomes: Outcome[] = [];
  let batch: Received[] = [];
  const flush = async () => {
    const now = batch;
    batch = [];
    try {
      if (now.length > 0)
        outcomes.push(
          ...(await takeInstances(
            services,
            { principal: sender, origin: caller, undeclared, study },
            now,
          )),
        );
    } finally {
      for (const one of now) await one.drop();
    }
  };
  const source = request.body as unknown as AsyncIterable<Uint8Array>;
  try {
    for await (const part of multipartParts(source, boundary)) {
      if (outcomes.length + batch.length >= MOST_INSTANCES)
        throw new MultipartRefused(
          `More than ${MOST_INSTANCES} instances: send them in several requests.`,
        );
      try {
        batch.push(await objects.receive(part.body, mostBytes));
      } catch (error) {
        if (!(error instanceof DicomFault)) throw error;
        outcomes.push({ outcome: 'too-large', reason: error.message });
      }
      const waiting = batch.reduce((sum, { size }) => sum + size, 0);
      if (batch.length >= BATCH || waiting >= BATCH_BYTES) await flush();
    }
    await flush();
  } catch (error) {
    // What had come whole is taken: who sends again is told that it is there.
    await flush();
    throw error;
  }
  return outcomes;
};

/** STOW-RS (PS3.18 10.5): instances in multipart/related, as many as come, each answered. */
export const stow = async (
  services: DicomServices,
  request: Request,
  caller: Caller,
  sender: Principal,
  study: string | null,
): Promise<Response> => {
  const type = request.headers.get('content-type') ?? '';
  const boundary = boundaryOf(type, 'related');
  if (boundary === null || !/type\s*=\s*"?application\/dicom(?:"|\s|;|$)/i.test(type))
    return refuse(
      415,
      'Send multipart/related; type="application/dicom"; boundary=…, a DICOM file in each part.',
      '请以 multipart/related; type="application/dicom"; boundary=… 发送，每部分为一个 DICOM 文件。',
      { connection: 'close' },
    );
  if (request.body === null) return refuse(400, 'The body is empty.', '请求内容为空。');
  const place = services.places.enter(sender.accountId);
  if (place === null)
    return refuse(
      429,
      'More is being taken in than has room. Send it again in a moment: nothing of it was taken.',
      '正在接收的数据过多，请稍后重新发送，本次未接收任何内容。',
      { 'retry-after': String(RETRY_AFTER), connection: 'close' },
    );
  try {
    const outcomes = await takeAll(services, request, caller, sender, study, boundary);
    if (outcomes.length === 0) return refuse(400, 'The body has no part.', '请求中没有任何文件。');
    return stowAnswer(services.url, outcomes);
  } catch (error) {
    if (!(error instanceof MultipartRefused)) throw error;
    return refuse(
      400,
      `${error.message} What had come whole was taken: send it again.`,
      '请求内容不完整；已完整到达的文件已接收，请重新发送。',
      { connection: 'close' },
    );
  } finally {
    place.leave();
  }
};
