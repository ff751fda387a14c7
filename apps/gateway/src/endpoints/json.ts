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
