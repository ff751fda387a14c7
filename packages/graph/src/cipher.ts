import { type IdentityCipher, identityCipher } from '@nodp/database';

const closed = new Proxy({} as IdentityCipher, {
  get: (_, use) => () => {
    throw new Error(
      `${String(use)}: this subgraph has no identity key; its registration does not say that it identifies.`,
    );
  },
});

/** @param identityKey 32 bytes; null for a subgraph that names nobody, whose cipher does nothing */
export const cipherOf = (identityKey: Uint8Array | null): IdentityCipher =>
  identityKey === null ? closed : identityCipher({ identityKey });
