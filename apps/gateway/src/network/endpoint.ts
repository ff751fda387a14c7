import { type Database, hasScope, originOf, type Principal } from '@nodp/database';
import { listedEdits } from '@nodp/intake';
import { nationalDay } from '@nodp/oncology';
import { failed, json, refuse } from '../endpoints/json.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { networkOf, reportOf } from './report.ts';
import { reportCsv } from './report-csv.ts';
import { silentCount } from './statements.ts';

export interface NetworkServices {
  readonly database: Database;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Data managers: of the network, who see every institution; of an institution, who see their own. */
const mayRead = (principal: Principal): boolean =>
  hasScope(principal, 'submission:read') && hasScope(principal, 'audit:review');

/** What institutions send, and how well: numbers of the tallies alone, which name nobody. It never throws. */
export const createNetworkEndpoint = ({ database, onError }: NetworkServices) => {
  const answer = async (request: Request, caller: Caller): Promise<Response> => {
    const { principal } = caller;
    if (principal === null) return refuse(401, 'Sign in first.', '请先登录。');
    if (!mayRead(principal))
      return refuse(
        403,
        'Only data managers read reports of institutions.',
        '仅数据管理员可查看机构报告。',
      );
    const url = new URL(request.url);
    const [, , id, file] = url.pathname.split('/');
    const today = nationalDay(new Date());
    const origin = { ...originOf(caller), operation: 'GET /network' };
    if (!id)
      return json(200, {
        edits: listedEdits().map(({ id: edit, title }) => ({ id: edit, title })),
        institutions: await database.session(
          principal,
          async (session) =>
            (await networkOf(session, today)).filter(
              (one) => principal.institutionId === null || one.id === principal.institutionId,
            ),
          origin,
        ),
      });
    if (id === 'silent' && file === undefined) {
      const [counted] = await database.session(
        principal,
        (session) => session.run(silentCount),
        origin,
      );
      return json(200, counted ?? { silent: 0 });
    }
    if (!uuid.test(id) || (principal.institutionId !== null && principal.institutionId !== id))
      return refuse(
        404,
        'Your account reads no report of this institution.',
        '您的账号无权查看该机构的报告。',
      );
    const month = url.searchParams.get('month') ?? today.slice(0, 7);
    if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month))
      return refuse(
        400,
        '`month` is a month of the calendar, YYYY-MM.',
        '`month` 为月份，格式 YYYY-MM。',
      );
    const report = await database.session(
      principal,
      (session) => reportOf(session, id, month),
      origin,
    );
    if (file === undefined) return json(200, report);
    const language = /^zh\b/i.test(url.searchParams.get('language') ?? '') ? 'zh' : 'en';
    return new Response(reportCsv(report, language), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="report-${month}.csv"`,
        'cache-control': 'no-store',
      },
    });
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      return await answer(request, caller);
    } catch (error) {
      onError?.(error, caller.requestId);
      return failed(
        error,
        caller.requestId,
        `The platform failed (request ${caller.requestId}).`,
        `平台出错（请求 ${caller.requestId}）。`,
      );
    }
  };
};
