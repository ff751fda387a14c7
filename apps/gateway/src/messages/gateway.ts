import { PlatformError } from '@nodp/database';

/** The operator's own service that posts letters and sends text messages. */
export interface MessageGateway {
  readonly url: string;
  /** `whsec_…`: what is sent to it, and what it reports, is signed by. */
  readonly secret: string;
}

/** @throws PlatformError where one of the two settings is missing */
export const messageGatewayOf = (
  url: string | null,
  secret: string | null,
): MessageGateway | null => {
  if (url === null && secret === null) return null;
  if (url === null || secret === null)
    throw new PlatformError(
      'bad-setting',
      'Set both NODP_MESSAGE_GATEWAY_URL and NODP_MESSAGE_GATEWAY_SECRET, or neither.',
    );
  return { url, secret };
};
