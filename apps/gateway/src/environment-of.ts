import { subgraphNamed } from './registry.ts';

/** What the platform knows that a subgraph may need when it runs alone. */
export interface SubgraphSettings {
  readonly applicationUrl: string;
  readonly gatewaySecret: string;
  readonly identityKey: Uint8Array;
  readonly releases: string;
  readonly releaseEngine: string;
  /** Files of the certificate for calls by TLS; null for calls in the clear. */
  readonly certificate: string | null;
  readonly certificateKey: string | null;
}

/** The environment of a subgraph's own process: what its registration needs, and nothing else. */
export const environmentOf = (
  name: string,
  { applicationUrl, gatewaySecret, identityKey, releases, releaseEngine, ...tls }: SubgraphSettings,
): Record<string, string> => {
  const { needs, identifies } = subgraphNamed(name);
  return {
    APPLICATION_DATABASE_URL: applicationUrl,
    NODP_GATEWAY_SECRET: gatewaySecret,
    ...(identifies && { NODP_IDENTITY_KEY: Buffer.from(identityKey).toString('base64') }),
    ...(needs.includes('releases') && {
      NODP_RELEASES: releases,
      NODP_RELEASE_ENGINE: releaseEngine,
    }),
    ...(tls.certificate !== null && { NODP_SUBGRAPH_CERTIFICATE: tls.certificate }),
    ...(tls.certificateKey !== null && { NODP_SUBGRAPH_CERTIFICATE_KEY: tls.certificateKey }),
  };
};
