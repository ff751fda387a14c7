import { isUnavailable, isUnstorable } from '@nodp/database';

/** JSON that no cache keeps. */
export const json = (
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });

/** Why something is not done, in both languages. */
export const refuse = (status: number, en: string, zh: string, headers = {}): Response =>
  json(status, { message: { en, zh } }, headers);

/** What the platform failed on, in both languages; a database that does not answer is told as what passes, a text that none stores as the caller's. */
export const failed = (error: unknown, requestId: string, en: string, zh: string): Response =>
  isUnstorable(error)
    ? refuse(
        400,
        'A text or an address holds a sign that no text can hold (U+0000, or half a character); leave it out.',
        '文字或地址中含有无效字符（U+0000 或不完整的字符），请去除。',
      )
    : isUnavailable(error)
      ? refuse(
          503,
          `The database does not answer at the moment (request ${requestId}). Try again: nothing is written twice.`,
          `数据库暂时无法响应（请求 ${requestId}）。请稍后重试，数据不会重复写入。`,
          { 'retry-after': '5' },
        )
      : refuse(500, en, zh);
