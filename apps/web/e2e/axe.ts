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

/** What a reader finds their way by; axe has it for moderate. */
const structure =
  /^(?:landmark-|region$|heading-order$|page-has-heading-one$|empty-heading$|bypass$)/;

/**
 * What axe finds serious or critical, or wrong with landmarks and headings, as `rule: elements`.
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
      // The words of what has the focus are told with it, wherever they stand.
      const isTip = (target: string) =>
        document.querySelector(target)?.closest('[role=tooltip]') != null;
      return found.flatMap(({ id, impact, nodes }) => {
        const at = nodes
          .map((node) => node.target.join(' '))
          .filter((target) => id !== 'region' || !isTip(target));
        return at.length === 0 ? [] : [{ id, impact: impact ?? '', where: at.join(', ') }];
      });
    },
    { ...only, resultTypes: ['violations'] },
  );
  return violations
    .filter(({ id, impact }) => structure.test(id) || ['serious', 'critical'].includes(impact))
    .map(({ id, where }) => `${id}: ${where}`);
};
