import type { Session, Statement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import { type CodeDomain, targetOf } from '@nodp/terminology/code-tables';
import { v7 as uuidv7 } from 'uuid';
import type { CodeMappingProblem, MutationMapLocalCodeArgs } from '../generated/resolvers.ts';
import { codeAsked, type LocalCodeRow, localCode } from './list.ts';

const REASON = { least: 3, most: 500 };

/** What is said of a code: that it means a standard one, or, without a target, nothing any more. */
export interface NewMapping {
  readonly domain: CodeDomain;
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
  readonly targetSystem: string | null;
  readonly targetCode: string | null;
}

const put: Statement<{ added: number }> = {
  text: 'select basic.put_code_mappings($1::uuid, $2::text::jsonb, $3, $4::uuid) as added',
  bind: ({ institution, mappings, reason, job }) => [institution, mappings, reason, job],
};

/** Adds mappings, and asks for the records that hold the codes to be read again. @returns how many were added */
export const putMappings = async (
  session: Session,
  institution: string,
  mappings: readonly NewMapping[],
  reason: string,
): Promise<number> => {
  if (mappings.length === 0) return 0;
  await session.audit('change', [], { institution, codes: mappings.length, reason });
  const values = { institution, mappings: JSON.stringify(mappings), reason, job: uuidv7() };
  return (await session.run(put, values))[0]?.added ?? 0;
};

interface Answer {
  readonly code: LocalCodeRow | null;
  readonly problem: CodeMappingProblem | null;
}

/** Says what a code means from now on, or that it means nothing any more. */
export const mapLocalCode = async (
  { code: asked, targetSystem, targetCode, reason: written }: MutationMapLocalCodeArgs,
  context: SubgraphContext,
): Promise<Answer> => {
  const code = codeAsked(asked, context);
  const answer = async (problem: CodeMappingProblem | null): Promise<Answer> => ({
    code: await localCode(code, context),
    problem,
  });
  const reason = written.trim();
  if (reason.length < REASON.least || reason.length > REASON.most) return answer('REASON');
  const withdraws = !targetSystem && !targetCode;
  const target = withdraws ? null : targetOf(code.domain, targetSystem ?? '', targetCode ?? '');
  if (!withdraws && target === null) return answer('NO_TARGET');
  const { institution, ...of } = code;
  await putMappings(
    context.session,
    institution,
    [
      {
        ...of,
        display: null,
        targetSystem: target?.system ?? null,
        targetCode: target?.code ?? null,
      },
    ],
    reason,
  );
  return answer(null);
};
