import type { Server } from 'node:net';
import type { StartingState } from './starting.js';

/** What the set-up hands over: the port that it serves already, how far it is, and word of the web app it builds. */
export interface HandedOver {
  readonly socket: Server;
  readonly state: StartingState;
  readonly webBuilt: Promise<void>;
  /** Tells the set-up that the port is served, so that it ceases to. */
  taken(): void;
}

interface Message {
  readonly starting?: StartingState;
  readonly webBuilt?: true;
}

/** Waits for the set-up where it started this process; null where this process was started by itself. */
export const handedOver = async (env: NodeJS.ProcessEnv): Promise<HandedOver | null> => {
  if (env.NODP_HANDED_OVER !== '1' || process.send === undefined) return null;
  const built = Promise.withResolvers<void>();
  const handed = Promise.withResolvers<HandedOver>();
  process.on('message', ({ starting, webBuilt }: Message, socket) => {
    if (starting !== undefined) {
      handed.resolve({
        socket: socket as Server,
        state: starting,
        webBuilt: built.promise,
        taken: () => void process.send?.({ taken: true }),
      });
    }
    if (webBuilt) built.resolve();
  });
  return handed.promise;
};
