import { hasScope, type Principal } from '@nodp/database';
import { type Answered, acknowledgementOf, messagesOf } from '@nodp/intake';
import type { Issue } from '@nodp/record';
import { v7 as uuidv7 } from 'uuid';
import { type Admission, admission, type Place, RETRY_AFTER } from '../endpoints/admission.ts';
import { BodyRefused, readBody } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import type { Hl7v2Services } from './take.ts';
import { type MessageTaker, messageTaker } from './together.ts';

const HL7 = 'x-application/hl7-v2+er7; charset=us-ascii';
const TAKEN =
  /^(x-application\/hl7-v2\+er7|application\/(hl7-v2|edi-hl7v2|octet-stream)|text\/(plain|hl7v2))\b/i;

const respond = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': HL7, 'cache-control': 'no-store', ...headers },
  });

const refusal = (issue: Omit<Issue, 'severity'>, code: 'AE' | 'AR'): Answered => ({
  msh: null,
  code,
  text: 'Nothing was taken.',
  issues: [{ severity: 'error', ...issue }],
  submissionId: null,
});

const refuse = (status: number, code: Issue['code'], message: string, headers = {}): Response =>
  respond(
    status,
    acknowledgementOf(refusal({ code, where: '', message }, 'AR'), new Date(), uuidv7()),
    headers,
  );

/** The batch that answers a batch: one acknowledgement for each message, counted. */
const answerBatch = (answers: readonly string[]): string =>
  ['BHS|^~\\&|NODP\r', ...answers, `BTS|${answers.length}\r`].join('');

/** One that its sender is to correct is told so by the status as well. */
const STATUS = { AA: 200, AE: 422, AR: 422 } as const;
/** What the platform failed on is no fault of the message. */
const statusOf = ({ code, issues }: Answered): number =>
  issues.some((issue) => issue.code === 'transient')
    ? 503
    : issues.some((issue) => issue.code === 'exception')
      ? 500
      : STATUS[code];

const fallbackCharset = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];

/** Messages of a batch that wait at once, so that a long one leaves others their turn. */
const AT_ONCE = 400;

/** Takes HL7 v2 by HTTP: one message or a batch of them, answered as by MLLP. It never throws. */
export const createHl7v2Endpoint = (
  services: Hl7v2Services & {
    readonly maxBytes?: number;
    readonly taker?: MessageTaker;
    readonly places?: Admission;
  },
) => {
  const { maxBytes = 96 * 2 ** 20, onError, taker = messageTaker(services) } = services;
  const { places = admission() } = services;

  /** Takes what an account sends in, once there is room. */
  const takeIn = async (
    request: Request,
    caller: Caller,
    principal: Principal,
    contentType: string,
    { hold }: Place,
  ): Promise<Response> => {
    const content = await readBody(request, maxBytes, { hold });
    const batch = messagesOf(content);
    if ('problem' in batch) return refuse(422, 'structure', batch.problem);
    const charset = fallbackCharset(contentType);
    const answers: Answered[] = [];
    const sender = { principal, origin: caller, channel: 'hl7v2' as const, request: { charset } };
    for (let from = 0; from < batch.messages.length; from += AT_ONCE) {
      // Who went away sends it again: nothing is written twice.
      request.signal.throwIfAborted();
      const some = batch.messages.slice(from, from + AT_ONCE);
      answers.push(...(await Promise.all(some.map((message) => taker.take(message, sender)))));
    }
    const told = answers.map((answer) => acknowledgementOf(answer, new Date(), uuidv7()));
    const [first] = answers;
    return batch.form === 'message' && first !== undefined
      ? respond(
          statusOf(first),
          told[0] ?? '',
          first.submissionId === null ? {} : { 'x-submission-id': first.submissionId },
        )
      : respond(200, answerBatch(told));
  };

  const take = async (request: Request, caller: Caller): Promise<Response> => {
    if (request.method !== 'POST')
      return refuse(405, 'not-supported', 'Messages are sent with POST to /hl7v2.', {
        allow: 'POST',
      });
    const { principal } = caller;
    if (principal === null)
      return refuse(401, 'login', 'Sign in as a system account of a hospital.', {
        'www-authenticate': 'Bearer',
      });
    if (!hasScope(principal, 'record:write') || principal.institutionId === null)
      return refuse(403, 'forbidden', 'Only a system account of a hospital sends records.');
    const contentType = request.headers.get('content-type') ?? '';
    if (!TAKEN.test(contentType))
      return refuse(
        415,
        'not-supported',
        'Send HL7 v2 in its bar notation, Content-Type x-application/hl7-v2+er7.',
      );
    const place = places.enter(principal.accountId);
    if (place === null)
      return refuse(
        429,
        'transient',
        'More is being taken in than has room. Send it again in a moment: nothing of it was taken.',
        { 'retry-after': String(RETRY_AFTER), connection: 'close' },
      );
    try {
      return await takeIn(request, caller, principal, contentType, place);
    } finally {
      place.leave();
    }
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      return await take(request, caller);
    } catch (error) {
      if (error instanceof BodyRefused)
        // What is left of the body is not read, so that the connection serves nothing more.
        return error.status === 429
          ? refuse(429, 'transient', error.message, {
              'retry-after': String(RETRY_AFTER),
              connection: 'close',
            })
          : refuse(error.status, 'too-costly', error.message, { connection: 'close' });
      if (!request.signal.aborted) onError?.(error, caller.requestId);
      return refuse(
        500,
        'exception',
        `The platform failed (request ${caller.requestId}). Send it again: nothing is written twice.`,
      );
    }
  };
};
