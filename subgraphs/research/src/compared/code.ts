import { print } from '@nodp/cohorts/engine';
import type { Context } from '../context.ts';
import type { CoxCovariate } from '../generated/resolvers.ts';
import type { AskedComparison } from './asked.ts';
import { noScript, rScript } from './r-code.ts';
import { wordsOf } from './words.ts';

/** What reproduces a comparison outside: its definitions, and R code for the rows of an export. No count is in it. */
export const codeOf = (
  { resources: { releases } }: Context,
  asked: AskedComparison,
  covariates: readonly CoxCovariate[],
) => {
  const { release, endpoint, landmark, delayedEntry, months, arms } = asked;
  const refused = noScript(endpoint, delayedEntry);
  const chosen = [...new Set(covariates)].sort();
  const words = wordsOf(endpoint, landmark, delayedEntry);
  const definitions = {
    release: { number: release.number, checksum: release.checksum },
    ...{ endpoint, months, landmark, delayedEntry, covariates: chosen },
    cohorts: arms.map(({ id, definition }) => ({ id, definition, inWords: print(definition) })),
    ...words,
  };
  return {
    refused,
    script:
      refused === null
        ? rScript({
            release: release.number,
            checksum: release.checksum,
            cohorts: arms.map(({ id, definition }) => ({ id, words: print(definition).en })),
            ...{ endpoint, landmark, covariates: chosen, words },
            minimumCell: releases.rule.minimumCell,
          })
        : null,
    definitions: `${JSON.stringify(definitions, null, 2)}\n`,
  };
};
