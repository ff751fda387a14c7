/** What a browser is told of answers that are no page: nothing in them is run, framed or read as something else. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Two years, as browsers' lists of sites ask. */
const TLS_ONLY = 'max-age=63072000; includeSubDomains';

/**
 * Adds what every answer says to browsers, where the endpoint has not said otherwise.
 * @param asset whether it is a file of the app that is named by its content
 * @param status of the answer: what 304 says replaces what the browser has stored of the page, so that it says nothing of its content
 * @param secure whether the platform is served behind TLS
 */
export const secureHeaders = (
  headers: Headers,
  {
    secure,
    asset,
    status,
  }: { readonly secure: boolean; readonly asset: boolean; readonly status: number },
): void => {
  const unlessSaid = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  headers.set('x-content-type-options', 'nosniff');
  if (secure) headers.set('strict-transport-security', TLS_ONLY);
  if (asset || status === 304) return;
  unlessSaid('content-security-policy', NO_PAGE);
  unlessSaid('referrer-policy', 'no-referrer');
  unlessSaid('cache-control', 'no-store');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
};
