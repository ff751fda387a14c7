/** What a data manager can do about one institution's statement on a person: take it out, put it back, or keep that it is right. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import {
  ConfirmJoinedDocument,
  DecideClaimDocument,
  type PersonStatementsQuery,
  RelinkPatientDocument,
  UnlinkPatientDocument,
} from '../../graph/generated/graphql.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export type Statement = PersonStatementsQuery['personStatements'][number];

export function PersonActions({
  patient,
  statement: { institution, joined, claim },
  shared,
}: {
  /** The person that is examined. */
  patient: string;
  statement: Statement;
  /** Whether others' records are joined with these. */
  shared: boolean;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const then = async (done: Promise<boolean>): Promise<boolean> => {
    const was = await done;
    await client.invalidateQueries({ queryKey: ['person-statements'] });
    await client.invalidateQueries({ queryKey: ['doubtful-joins'] });
    await client.invalidateQueries({ queryKey: ['identity-claims'] });
    return was;
  };
  if (joined)
    return shared ? (
      <>
        <ReasonDialog
          action={t`Take these records out`}
          color="error"
          what={
            <Trans>
              What this institution holds becomes a patient of its own again, and its people see no
              records of the others. It can be put back exactly as it was.
            </Trans>
          }
          onConfirm={(reason) =>
            then(
              execute(UnlinkPatientDocument, {
                patient,
                institution: institution.id,
                reason,
              }).then((answer) => answer.unlinkPatient),
            )
          }
        />
        <ReasonDialog
          action={t`It is the same person`}
          what={<Trans>The records stay joined, and the person leaves the list.</Trans>}
          onConfirm={(reason) =>
            then(
              execute(ConfirmJoinedDocument, {
                patient,
                institution: institution.id,
                reason,
              }).then((answer) => answer.confirmJoined),
            )
          }
        />
      </>
    ) : null;
  if (claim === null) return null;
  const { id, state } = claim;
  return (
    <>
      {state !== 'OPENED' && state !== 'WITHDRAWN' && (
        <ReasonDialog
          action={t`Join these records`}
          what={
            <Trans>
              The records become one person’s, and the people of both institutions read all of them.
            </Trans>
          }
          onConfirm={(reason) =>
            then(
              execute(RelinkPatientDocument, { claim: id, reason }).then(
                (answer) => answer.relinkPatient,
              ),
            )
          }
        />
      )}
      {state === 'WAITING' && (
        <ReasonDialog
          action={t`Decline the claim`}
          color="error"
          what={<Trans>The two stay two patients.</Trans>}
          onConfirm={(reason) =>
            then(
              execute(DecideClaimDocument, { id, open: false, reason }).then(
                (answer) => answer.decideClaim,
              ),
            )
          }
        />
      )}
    </>
  );
}
