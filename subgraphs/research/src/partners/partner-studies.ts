import { parseStudy } from '@nodp/cohorts/engine';
import type { Session } from '@nodp/database';
import { decodeOne, forbidden } from '@nodp/graph';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import type { Context } from '../context.ts';
import { runStudy } from '../documents/run.ts';
import type { DecidePartnerStudyInput, ReviewPartnerAnswerInput } from '../generated/resolvers.ts';
import { releaseOf } from '../release/release-rows.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import type { Answer } from './answer.ts';
import { keyOf } from './partner-rows.ts';
import {
  decideRow,
  type PartnerStudyRow,
  partnerStudyRow,
  receiveRow,
  reviewRow,
} from './partner-study-rows.ts';
import { hashOf, sign, TYPES, verified } from './signature.ts';

const REASON = { en: 'The reason', zh: '理由' };
const LONGEST_REASON = 1000;
const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const payloadSchema = v.object({
  name: words(120),
  purpose: words(1000),
  study: v.unknown(),
});

/** The committee is of the network. @throws FORBIDDEN */
export const committeeOnly = ({ principal }: Session): void => {
  if (principal.institutionId !== null)
    throw forbidden('Studies of partners are for national data managers.');
};

const who = ({ principal }: Session) => ({
  account: principal.accountId,
  who: JSON.stringify(principal.name),
});

const seen = async (session: Session, id: string): Promise<PartnerStudyRow> => {
  const row = await partnerStudyRow(session, decodeOne('PartnerStudy', id));
  if (row === null)
    throw refusal({ en: 'There is no such study of a partner.', zh: '没有此合作方研究。' });
  return row;
};

const meanwhile = () =>
  refusal({
    en: 'Somebody else decided meanwhile. Load the page again.',
    zh: '他人已作出决定，请重新加载页面。',
  });

/** Takes a partner's study in: read and retained, and nothing run. @throws BAD_USER_INPUT */
export const receivePartnerStudy = async (
  session: Session,
  signed: string,
): Promise<PartnerStudyRow> => {
  committeeOnly(session);
  const { partner, payload } = await verified(signed, TYPES.study, keyOf(session));
  const read = v.safeParse(payloadSchema, payload);
  if (!read.success)
    throw refusal({
      en: 'The signature holds, but a study has a name, a purpose and its content.',
      zh: '签名有效，但研究须含名称、用途及内容。',
    });
  const { name, purpose, study } = read.output;
  const { content, problem } = parseStudy(study);
  if (content === null) throw refusal(problem);
  const hash = hashOf(signed.trim());
  const [row] = await session.run(receiveRow, {
    ...{ ...who(session), id: uuidv7(), partner, hash, name, purpose, signed: signed.trim() },
    content: JSON.stringify(content),
  });
  if (row === undefined) throw new Error('The study that was received has no row.');
  await session.audit('change', [], { partnerStudy: row.id, partner, step: 'RECEIVE' });
  return (await partnerStudyRow(session, row.id)) as PartnerStudyRow;
};

/**
 * Declines it, or runs it on the newest release: what is answered passes the disclosure control and the budget of counts of whoever
 * allows it, as a question of one's own would.
 * @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const decidePartnerStudy = async (
  context: Context,
  { id, allow, reason: given }: DecidePartnerStudyInput,
): Promise<PartnerStudyRow> => {
  const { session, resources } = context;
  committeeOnly(session);
  const reason = textWithin(given, LONGEST_REASON, REASON);
  const row = await seen(session, id);
  if (row.state !== 'RECEIVED') throw meanwhile();
  const decided = { ...who(session), id: row.id, reason };
  if (!allow) {
    await session.audit('change', [], { partnerStudy: row.id, step: 'DECLINE' });
    const none = { state: 'DECLINED', release: null, answer: null };
    const [declined] = await session.run(decideRow, { ...decided, ...none });
    if (declined === undefined) throw meanwhile();
    return declined;
  }
  const release = await releaseOf(session, null);
  if (release === null)
    throw refusal({
      en: 'There is no release that it could be run on. Build one first.',
      zh: '尚无可供运行的数据版本，请先构建。',
    });
  await session.audit('change', [], { partnerStudy: row.id, step: 'RUN' });
  const answer: Answer = {
    ...{ release: release.number, closing: release.closing ?? null },
    minimumCell: resources.releases.rule.minimumCell,
    ...(await runStudy(context, row.content, release)),
  };
  const [answered] = await session.run(decideRow, {
    ...decided,
    ...{ state: 'ANSWERED', release: release.number, answer: JSON.stringify(answer) },
  });
  if (answered === undefined) throw meanwhile();
  return answered;
};

/** A second member signs the answer for the partner, or withholds it. @throws BAD_USER_INPUT */
export const reviewPartnerAnswer = async (
  { session, resources }: Context,
  { id, release, reason: given }: ReviewPartnerAnswerInput,
): Promise<PartnerStudyRow> => {
  committeeOnly(session);
  const reason = textWithin(given, LONGEST_REASON, REASON);
  const row = await seen(session, id);
  if (row.state !== 'ANSWERED' || row.answer === null) throw meanwhile();
  if (row.decidedById === session.principal.accountId)
    throw refusal({
      en: 'Whoever let the study run does not release its answer: a second member does.',
      zh: '批准运行者不能放行结果，须由另一名委员审核。',
    });
  await session.audit('export', [], {
    ...{ partnerStudy: row.id, partner: row.partnerId, step: release ? 'RELEASE' : 'WITHHOLD' },
  });
  const { folder } = resources.releases;
  const payload = { study: row.hash, answeredAt: new Date().toISOString(), answer: row.answer };
  const [reviewed] = await session.run(reviewRow, {
    ...{ ...who(session), id: row.id, reason },
    state: release ? 'RELEASED' : 'WITHHELD',
    signed: release ? await sign(folder, TYPES.answer, payload) : null,
  });
  if (reviewed === undefined) throw meanwhile();
  return reviewed;
};
