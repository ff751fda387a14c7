/** Refusals of the gateway's own endpoints, which say why in both languages. */
import { i18n } from '@lingui/core';
import { codeOfStatus, GraphError, reach } from './execute.ts';

/** The error of a refused request, with the gateway's words in the language of the page where it says any. */
export const failureOf = async (response: Response): Promise<GraphError> => {
  const body = (await response.json().catch(() => null)) as {
    message?: { en: string; zh: string };
  } | null;
  return new GraphError(
    codeOfStatus(response.status),
    body?.message?.[i18n.locale === 'zh' ? 'zh' : 'en'] ?? '',
    response.headers.get('x-request-id'),
  );
};

/** Reads JSON of an endpoint; throws a GraphError where it is refused. */
export const readJson = async <Body>(path: string, signal: AbortSignal): Promise<Body> => {
  const response = await reach(path, { signal });
  if (!response.ok) throw await failureOf(response);
  return response.json();
};
