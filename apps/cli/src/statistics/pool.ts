import { readFile } from 'node:fs/promises';
import { PlatformError } from '@nodp/database';
import { poolAnswers } from '@nodp/subgraph-statistics';

const MOST_BYTES = 1_000_000;

const shown = (value: number): string => value.toPrecision(4);

/** Prints the answers of several places to one question, pooled. @returns the exit code */
export const pool = async (
  file: string,
  ratio: boolean,
  say: (line: string) => void = console.log,
): Promise<number> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PlatformError('usage', `${file} cannot be read: ${error.code ?? error.message}`);
  });
  if (text.length > MOST_BYTES) throw new PlatformError('usage', `${file} is too large.`);
  const { places, pooled } = poolAnswers(text, ratio);
  const { fixed, random, heterogeneity } = pooled;
  for (const [name, one] of [
    ['one effect     ', fixed],
    ['effects differ ', random],
  ] as const)
    say(
      `${name} ${shown(one.estimate)}  (95 % ${shown(one.lower)} to ${shown(one.upper)}), p ${shown(one.pValue)}`,
    );
  const { q, df, pValue, tauSquared, iSquared } = heterogeneity;
  say(
    `between places  Q ${shown(q)} on ${df}${pValue === null ? '' : `, p ${shown(pValue)}`}; tau² ${shown(tauSquared)}; I² ${(100 * iSquared).toFixed(1)} %`,
  );
  for (const [i, place] of places.entries())
    say(
      `weight          ${place}: ${(100 * (fixed.weights[i] as number)).toFixed(1)} %, ${(100 * (random.weights[i] as number)).toFixed(1)} %`,
    );
  return 0;
};
