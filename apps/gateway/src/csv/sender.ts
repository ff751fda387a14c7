import { forSystem, hasScope, type Principal } from '@nodp/database';
import { refuse } from '../endpoints/json.ts';
import type { Caller } from '../fhir/endpoint.ts';

/** Who sends rows: a hospital's system, or its data manager, who then acts for its system under an own name. */
const senderOf = (principal: Principal): Principal | null => {
  if (principal.institutionId === null) return null;
  if (hasScope(principal, 'record:write')) return principal;
  return hasScope(principal, 'record:upload') ? forSystem(principal) : null;
};

/** Who sends rows by a request that no form of another site could make; else the answer to it. */
export const senderIn = (request: Request, { principal }: Caller): Principal | Response => {
  if (principal === null)
    return refuse(401, 'Sign in first.', '请先登录。', { 'www-authenticate': 'Bearer' });
  const sender = senderOf(principal);
  if (sender === null)
    return refuse(
      403,
      'Only a hospital’s system account or data manager sends records.',
      '仅医院的系统账号或数据管理员可上报数据。',
    );
  // A form of another site cannot set it: none sends a file with the reader's cookie.
  if (
    request.method !== 'GET' &&
    !request.headers.has('x-nodp-csrf') &&
    !request.headers.has('authorization')
  )
    return refuse(400, 'The header x-nodp-csrf is missing.', '缺少请求头 x-nodp-csrf。');
  return sender;
};
