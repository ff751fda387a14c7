import { hasScope, type Principal, type Scope } from '@nodp/database';
import type { Label } from '@nodp/graph';
import type { Caller } from '../fhir/endpoint.ts';
import { failed, refuse } from './json.ts';

type OnError = (error: unknown, requestId: string) => void;

/** What a page enters as records of an institution. */
interface Entering {
  readonly scope: Scope;
  /** Who may, said to who may not. */
  readonly forbidden: Label;
  /** @param path what of the address follows the endpoint's own name */
  readonly answer: (
    who: Principal,
    request: Request,
    caller: Caller,
    path: readonly string[],
  ) => Promise<Response>;
}

/** Posts of people of an institution who have a right; what fails is told and nothing of it kept. The endpoint never throws. */
export const enteringEndpoint =
  ({ scope, forbidden, answer }: Entering, onError?: OnError) =>
  async (request: Request, caller: Caller): Promise<Response> => {
    const { principal, requestId } = caller;
    if (principal === null) return refuse(401, 'Sign in first.', '请先登录。');
    if (principal.institutionId === null || !hasScope(principal, scope))
      return refuse(403, forbidden.en, forbidden.zh);
    if (request.method !== 'POST')
      return refuse(405, 'What is entered is posted.', '录入内容须以 POST 提交。');
    // A form of another site cannot set it.
    if (!request.headers.has('x-nodp-csrf') && !request.headers.has('authorization'))
      return refuse(400, 'The header x-nodp-csrf is missing.', '缺少请求头 x-nodp-csrf。');
    try {
      const [, , ...path] = new URL(request.url).pathname.split('/');
      return await answer(principal, request, caller, path);
    } catch (error) {
      onError?.(error, requestId);
      return failed(
        error,
        requestId,
        `The platform failed (request ${requestId}). Nothing was changed.`,
        `平台出错（请求 ${requestId}），未作任何更改。`,
      );
    }
  };
