import type { IdentityCipher, Principal, RequestOrigin, Session } from '@nodp/database';
import DataLoader from 'dataloader';

/** What every resolver gets: who asks, and the one session of this request in this subgraph. */
export interface SubgraphContext<Resources extends object = object> {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly session: Session;
  /** Opens what names a person, and makes the hashes by which one is found. */
  readonly cipher: IdentityCipher;
  /** What the subgraph's registration says it needs: a subgraph's own context types it. */
  readonly resources: Resources;
  /** A loader made once for this request. */
  once<T>(maker: (context: SubgraphContext<Resources>) => T): T;
  /**
   * Records that the principal accesses these patients. Every load of identified rows awaits this record: a batch is
   * one statement, and a request records each patient once. Row-level security decides what is then found.
   */
  audit(patientIds: readonly string[]): Promise<void>;
}

export interface ContextInput {
  readonly session: Session;
  readonly cipher: IdentityCipher;
  readonly resources: object;
}

export const makeContext = (input: ContextInput): SubgraphContext => {
  const made = new Map<unknown, unknown>();
  const { session } = input;
  const audits = new DataLoader<string, true>(async (ids) => {
    await session.audit('read', ids);
    return ids.map(() => true as const);
  });
  const context: SubgraphContext = {
    principal: session.principal,
    origin: session.origin,
    session,
    cipher: input.cipher,
    resources: input.resources,
    once: <T>(maker: (c: SubgraphContext) => T): T => {
      if (!made.has(maker)) made.set(maker, maker(context));
      return made.get(maker) as T;
    },
    audit: async (ids) => {
      await audits.loadMany(ids).then((results) => {
        for (const result of results) if (result instanceof Error) throw result;
      });
    },
  };
  return context;
};
