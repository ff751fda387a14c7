/** Keeps, changes, withdraws and undoes lesions; what was computed of them is asked again at once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../../graph/execute.ts';
import {
  ChangeLesionDocument,
  EnterLesionDocument,
  type LesionChangedFragment,
  UndoLesionDocument,
  WithdrawLesionDocument,
} from '../../../../graph/generated/graphql.ts';
import { type Draft, inputOf } from './draft.ts';

/** What is asked of a lesion. */
export type Order =
  | { readonly kind: 'enter'; readonly draft: Draft }
  | { readonly kind: 'change'; readonly lesion: string; readonly draft: Draft }
  | { readonly kind: 'withdraw' | 'undo'; readonly lesion: string; readonly name: string };

const send = async (patient: string, order: Order): Promise<LesionChangedFragment> => {
  if (order.kind === 'enter') {
    const input = inputOf(order.draft);
    return (await execute(EnterLesionDocument, { patient, input })).enterLesion;
  }
  const { lesion } = order;
  if (order.kind === 'change') {
    const input = inputOf(order.draft);
    return (await execute(ChangeLesionDocument, { lesion, input })).changeLesion;
  }
  if (order.kind === 'withdraw')
    return (await execute(WithdrawLesionDocument, { lesion })).withdrawLesion;
  return (await execute(UndoLesionDocument, { lesion })).undoLesion;
};

export const useLesionWork = (patient: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) => send(patient, order),
    onSuccess: async ({ stored }) => {
      if (stored) await client.invalidateQueries({ queryKey: ['patient', patient, 'response'] });
    },
  });
};

export type LesionWork = ReturnType<typeof useLesionWork>;
