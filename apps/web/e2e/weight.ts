/** What a page costs the network: bytes as they come over it, headers included. */
import type { Page } from '@playwright/test';

export interface Weight {
  /** kB so far, with what was heaviest, and how it was compressed. */
  total(): { readonly kilobytes: number; readonly heaviest: string };
}

/** Counts from now on. */
export const weigh = async (page: Page): Promise<Weight> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const addresses = new Map<string, string>();
  const sizes: { address: string; bytes: number }[] = [];
  session.on('Network.responseReceived', ({ requestId, response }) =>
    addresses.set(
      requestId,
      `${new URL(response.url).pathname} ${response.headers['content-encoding'] ?? 'plain'}`,
    ),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push({ address: addresses.get(requestId) ?? '?', bytes: encodedDataLength }),
  );
  return {
    total: () => ({
      kilobytes: Math.round(sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000),
      heaviest: sizes
        .toSorted((a, b) => b.bytes - a.bytes)
        .slice(0, 8)
        .map(({ address, bytes }) => `${address} ${bytes}`)
        .join(', '),
    }),
  };
};
