/** What postgres.js says when a connection was lost or could not be made. */
const OF_THE_DRIVER = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * SQLSTATE classes of a server that cannot work at the moment: 08 connection exception, 53 insufficient resources (disk
 * full, too many connections), 57P operator intervention (shutting down, starting up), 58 system error.
 * Source: PostgreSQL documentation, appendix A.
 */
const OF_THE_SERVER = /^(08...|53...|57P..|58...)$/;

/** Whether the database could not answer at the moment, so that the same request may succeed a little later. */
export const isUnavailable = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (OF_THE_DRIVER.has(code) || OF_THE_SERVER.test(code));
};

/** SQLSTATE of a text, as such and within JSON, that holds U+0000, which PostgreSQL stores in neither. */
const UNSTORABLE = new Set(['22021', '22P05']);
/** The function of the server that refuses half of a surrogate pair within JSON: what this platform writes as JSON is otherwise whole. */
const OF_JSON = 'json_errsave_error';

/**
 * Whether what was asked held a sign that no text holds (U+0000, half of a surrogate pair, an address that is not encoded):
 * whoever asked is at fault, and nothing was changed.
 */
export const isUnstorable = (error: unknown): boolean => {
  if (error instanceof URIError) return true;
  const { code, routine } = (error ?? {}) as { code?: unknown; routine?: unknown };
  return UNSTORABLE.has(String(code)) || (code === '22P02' && routine === OF_JSON);
};
