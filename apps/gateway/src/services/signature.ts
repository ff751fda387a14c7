import { createHmac, timingSafeEqual } from 'node:crypto';

/** As Standard Webhooks signs: `v1,` and HMAC-SHA-256 over id, time and body. @param secret `whsec_…` */
export const signatureOf = (secret: string, id: string, seconds: number, body: string): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
};

/** Headers of a signed message. */
export const signedHeaders = (
  secret: string,
  id: string,
  body: string,
): Readonly<Record<string, string>> => {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    'content-type': 'application/json',
    'user-agent': 'NODP-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(secret, id, seconds, body),
  };
};

/** Seconds by which the clocks of two systems may differ, as Standard Webhooks advises. */
const TOLERANCE = 300;

/** Whether a message is signed by the secret, and now. */
export const isSigned = (secret: string, headers: Headers, body: string): boolean => {
  const id = headers.get('webhook-id') ?? '';
  const seconds = Number(headers.get('webhook-timestamp'));
  if (id === '' || !Number.isInteger(seconds)) return false;
  if (Math.abs(Date.now() / 1000 - seconds) > TOLERANCE) return false;
  const expected = Buffer.from(signatureOf(secret, id, seconds, body));
  // Several where a secret is being changed.
  return (headers.get('webhook-signature') ?? '').split(' ').some((given) => {
    const bytes = Buffer.from(given);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
};
