import { type Database, forSystem, hasScope, originOf, type Principal } from '@nodp/database';
import {
  type Decision,
  decide,
  type HeldDetail,
  heldDetail,
  type Intake,
  listedEdits,
  listHeld,
} from '@nodp/intake';
import * as v from 'valibot';
import { inWords } from '../csv/answer.ts';
import { failed, json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';

export interface HeldServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** A data manager of an institution: sees what of its records is held, and decides. */
const reviewerOf = (principal: Principal): Principal | null =>
  principal.institutionId !== null &&
  hasScope(principal, 'audit:review') &&
  hasScope(principal, 'record:upload')
    ? principal
    : null;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGE = 50;

const Corrections = v.strictObject({
  values: v.pipe(
    v.array(
      v.strictObject({
        record: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
        field: v.pipe(v.string(), v.maxLength(50)),
        value: v.pipe(v.string(), v.maxLength(200)),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
});
const Reason = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
});

const parsedAfter = (text: string | null) => {
  const [at = '', id = ''] = text?.split(',') ?? [];
  return uuid.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
};

const decidedOf = ({
  state,
  decidedBy,
  decidedAt,
  reason,
  changes,
}: Omit<HeldDetail, 'records'>) => ({
  ...{ state, decidedBy, decidedAt, reason, changes },
});

const told = ({ patientId: _, recordsHash: __, kinds: ___, ...detail }: HeldDetail) => detail;

const decisionOf = (action: string, body: unknown): Decision | null => {
  if (action === 'correct') {
    const { success, output } = v.safeParse(Corrections, body);
    return success ? { corrections: output.values } : null;
  }
  const { success, output } = v.safeParse(Reason, body);
  return success ? { reason: output.reason } : null;
};

const LONGEST_BODY = 65_536;

/** What an institution's edits hold, for its data manager: listed, opened, corrected, overruled. It never throws. */
export const createHeldEndpoint = ({ database, intake, onError }: HeldServices) => {
  const list = async (who: Principal, { searchParams }: URL, caller: Caller) => {
    const after = searchParams.get('after');
    if (after !== null && parsedAfter(after) === null)
      return refuse(
        400,
        '`after` is not where a page ended: give `next` of the page before.',
        'after 不是上一页的结束位置，请使用上一页的 next。',
      );
    const asked = {
      decided: searchParams.get('state') === 'decided',
      edit: searchParams.get('edit'),
      after: parsedAfter(after),
      first: PAGE,
    };
    const { rows, more } = await database.session(
      who,
      async (session) => {
        const found = await listHeld(session, asked);
        // Whose records these are is shown by the sender's keys alone.
        await session.audit(
          'read',
          found.rows.map(({ patientId }) => patientId),
          // One that shows nobody is an answer too.
          { shown: found.rows.length },
        );
        return found;
      },
      { ...originOf(caller), operation: 'GET /held' },
    );
    const last = rows.at(-1);
    return json(200, {
      rows: rows.map(({ patientId: _, ...row }) => row),
      next: more && last ? `${asked.decided ? last.decidedAt : last.heldAt},${last.id}` : null,
    });
  };

  const open = async (who: Principal, id: string, caller: Caller) => {
    const detail = await database.session(who, (session) => heldDetail(session, intake, id), {
      ...originOf(caller),
      operation: 'GET /held/{id}',
    });
    return detail === null
      ? refuse(
          404,
          'No held record of your institution has this id.',
          '本机构没有该编号的暂存记录。',
        )
      : json(200, told(detail));
  };

  const act = async (
    who: Principal,
    id: string,
    action: string,
    request: Request,
    caller: Caller,
  ) => {
    const decision = decisionOf(action, await readJson(request, LONGEST_BODY));
    if (decision === null)
      return action === 'correct'
        ? refuse(400, 'Give the values to put right.', '请提供需要修正的值。')
        : refuse(400, 'Give a reason of 10 to 500 characters.', '请填写 10 至 500 个字符的理由。');
    const done = await database.session(
      // For the institution's system, under the manager's own name.
      forSystem(who),
      (session) => decide(session, intake, id, decision),
      { ...originOf(caller), operation: `POST /held/{id}/${action}` },
    );
    switch (done.outcome) {
      case 'taken':
        return json(200, done);
      case 'held':
        return json(422, { outcome: 'held', problems: done.issues.map(inWords) });
      case 'unfit':
        return json(422, done);
      case 'decided':
        return json(409, { outcome: 'decided', ...decidedOf(done.held) });
      case 'unknown':
        return refuse(
          404,
          'No held record of your institution has this id.',
          '本机构没有该编号的暂存记录。',
        );
    }
  };

  const answer = async (request: Request, caller: Caller): Promise<Response> => {
    const { principal } = caller;
    if (principal === null) return refuse(401, 'Sign in first.', '请先登录。');
    const who = reviewerOf(principal);
    if (who === null)
      return refuse(
        403,
        'Only the data manager of an institution sees what of its records is held.',
        '仅机构的数据管理员可查看本机构的暂存记录。',
      );
    const url = new URL(request.url);
    const [, , id, action] = url.pathname.split('/');
    if (request.method === 'GET' && !id) return list(who, url, caller);
    if (request.method === 'GET' && id === 'edits' && !action) return json(200, listedEdits());
    if (!id || !uuid.test(id))
      return refuse(
        404,
        'No held record of your institution has this id.',
        '本机构没有该编号的暂存记录。',
      );
    if (request.method === 'GET' && !action) return open(who, id, caller);
    if (request.method !== 'POST' || (action !== 'correct' && action !== 'overrule'))
      return refuse(405, 'A held record is corrected or overruled.', '暂存记录仅可修正或放行。');
    // A form of another site cannot set it.
    if (!request.headers.has('x-nodp-csrf') && !request.headers.has('authorization'))
      return refuse(400, 'The header x-nodp-csrf is missing.', '缺少请求头 x-nodp-csrf。');
    return act(who, id, action, request, caller);
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      return await answer(request, caller);
    } catch (error) {
      onError?.(error, caller.requestId);
      return failed(
        error,
        caller.requestId,
        `The platform failed (request ${caller.requestId}). Nothing was changed.`,
        `平台出错（请求 ${caller.requestId}），未作任何更改。`,
      );
    }
  };
};
