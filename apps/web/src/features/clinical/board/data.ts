/** Tumour boards as the pages ask for them, and what may be done at one. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { execute, GraphError } from '../../../graph/execute.ts';
import {
  AddBoardCaseDocument,
  BoardCasePageDocument,
  type BoardCasePageQuery,
  type BoardCaseSummaryFragment,
  type BoardDecisionInput,
  BoardMeetingChoicesDocument,
  type BoardMeetingChoicesQuery,
  type BoardMeetingInput,
  type BoardOutcomeKind,
  BoardPatientsDocument,
  BoardWeekDocument,
  type BoardWeekQuery,
  ChangeBoardCaseDocument,
  OrderBoardCasesDocument,
  RecordBoardDecisionDocument,
  RecordBoardOutcomeDocument,
  SaveBoardMeetingDocument,
  WithdrawBoardCaseDocument,
} from '../../../graph/generated/graphql.ts';
import { addDays } from './week.ts';

export type Meeting = BoardWeekQuery['boardMeetings'][number];
export type ListedCase = Meeting['cases'][number];
type MeetingChoice = BoardMeetingChoicesQuery['boardMeetings'][number];
export type CasePage = NonNullable<BoardCasePageQuery['boardCase']>;
export type CaseSummary = BoardCaseSummaryFragment;
export type Decision = CaseSummary['decisions'][number];

export const weekQuery = (monday: string) =>
  queryOptions({
    queryKey: ['board', 'week', monday],
    queryFn: async ({ signal }): Promise<Meeting[]> =>
      (await execute(BoardWeekDocument, { fromDay: monday, toDay: addDays(monday, 6) }, signal))
        .boardMeetings,
  });

/** Meetings that take place from a day on, for who puts a patient before one. */
export const choicesQuery = (today: string) =>
  queryOptions({
    queryKey: ['board', 'choices', today],
    queryFn: async ({ signal }): Promise<MeetingChoice[]> => {
      const asked = { fromDay: today, toDay: addDays(today, 90) };
      const { boardMeetings } = await execute(BoardMeetingChoicesDocument, asked, signal);
      return boardMeetings.filter(({ cancelled }) => !cancelled);
    },
  });

export const foundQuery = (search: string) =>
  queryOptions({
    queryKey: ['board', 'patients', search],
    queryFn: async ({ signal }) =>
      (await execute(BoardPatientsDocument, { search }, signal)).patients.edges.map(
        ({ node }) => node,
      ),
    enabled: search.length > 1,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['board', 'case', id],
    queryFn: async ({ signal }): Promise<CasePage> => {
      const { boardCase } = await execute(BoardCasePageDocument, { id }, signal).catch(
        (error: unknown) => {
          // An address with what is no case's id at all leads nowhere.
          if (error instanceof GraphError && error.code === 'BAD_USER_INPUT')
            throw new GraphError('NOT_FOUND', '', error.requestId);
          throw error;
        },
      );
      if (!boardCase) throw new GraphError('NOT_FOUND', '', null);
      return boardCase;
    },
  });

interface NewCase {
  readonly patient: string;
  readonly tumour: string | null;
  readonly question: string;
  readonly presenter: string;
}

export type Work =
  | { readonly work: 'meeting'; readonly id: string | null; readonly meeting: BoardMeetingInput }
  | ({ readonly work: 'add'; readonly meeting: string | BoardMeetingInput } & NewCase)
  | ({ readonly work: 'change'; readonly id: string; readonly meeting: string } & Pick<
      NewCase,
      'question' | 'presenter'
    >)
  | { readonly work: 'withdraw'; readonly id: string; readonly reason: string }
  | { readonly work: 'order'; readonly meeting: string; readonly cases: string[] }
  | {
      readonly work: 'decide';
      readonly id: string;
      readonly after: number;
      readonly decision: BoardDecisionInput;
    }
  | {
      readonly work: 'outcome';
      readonly id: string;
      readonly version: number;
      readonly outcome: BoardOutcomeKind;
      readonly note: string | null;
    };

/** The meeting that a case is put before: one that is planned with it is made first. */
const meetingOf = async (meeting: string | BoardMeetingInput): Promise<string | null> =>
  typeof meeting === 'string'
    ? meeting
    : ((await execute(SaveBoardMeetingDocument, { id: null, meeting })).saveBoardMeeting?.id ??
      null);

/** @returns whether it was retained; not where somebody changed the same meanwhile */
const perform = async (what: Work): Promise<boolean> => {
  switch (what.work) {
    case 'meeting': {
      const { id, meeting } = what;
      return (await execute(SaveBoardMeetingDocument, { id, meeting })).saveBoardMeeting != null;
    }
    case 'add': {
      const { patient, tumour, question, presenter } = what;
      const meeting = await meetingOf(what.meeting);
      if (meeting === null) return false;
      const given = { meeting, patient, tumour, question, presenter };
      return (await execute(AddBoardCaseDocument, given)).addBoardCase != null;
    }
    case 'change': {
      const { id, meeting, question, presenter } = what;
      const given = { id, meeting, question, presenter };
      return (await execute(ChangeBoardCaseDocument, given)).changeBoardCase != null;
    }
    case 'withdraw': {
      const { id, reason } = what;
      return (await execute(WithdrawBoardCaseDocument, { id, reason })).withdrawBoardCase != null;
    }
    case 'order': {
      const { meeting, cases } = what;
      return (await execute(OrderBoardCasesDocument, { meeting, cases })).orderBoardCases != null;
    }
    case 'decide': {
      const { id, after, decision } = what;
      const given = { id, after, decision };
      return (await execute(RecordBoardDecisionDocument, given)).recordBoardDecision != null;
    }
    case 'outcome': {
      const { id, version, outcome, note } = what;
      const given = { id, version, outcome, note };
      return (await execute(RecordBoardOutcomeDocument, given)).recordBoardOutcome != null;
    }
  }
};

/** Does something at a board; lists, cases, tasks and the patients' pages are read again. */
export const useBoardWork = (done?: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: perform,
    onSuccess: async (stored) => {
      if (stored) done?.();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['board'] }),
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['patient'], refetchType: 'active' }),
      ]);
    },
  });
};
