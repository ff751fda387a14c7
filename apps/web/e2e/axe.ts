/** axe, put into a page once and run there as often as it changes its look. */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const { source } = createRequire(import.meta.url)('axe-core') as { source: string };

declare global {
  interface Window {
    axe?: { run(context: Document, options: object): Promise<AxeResults> };
  }
}

/**
 * What axe finds serious or critical, as `rule: elements`.
 * @param rules only these, where given: what a theme or a width can change
 */
export const faultsOf = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  // Evaluated, not added as a script: the page's own policy would refuse it.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(source);
  const only = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
  const violations = await page.evaluate(
    async (options) => {
      const { violations: found } = await (window.axe as NonNullable<Window['axe']>).run(
        document,
        options,
      );
      return found.map(({ id, impact, nodes }) => ({
        id,
        impact: impact ?? '',
        where: nodes.map((node) => node.target.join(' ')).join(', '),
      }));
    },
    { ...only, resultTypes: ['violations'] },
  );
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, where }) => `${id}: ${where}`);
};
